package dev.startill.port;

import dev.startill.catalog.Delivery;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The few things that payments ask of Telegram. Blocking; threads share it, and many call at once.
 * Every outcome is a {@link Reply}: an implementation throws only for its own defects. Its contract
 * is {@code TelegramContract} in the test kit.
 */
public interface Telegram {
  /** Which bot it speaks for, where that is known. */
  default Optional<BotId> bot() {
    return Optional.empty();
  }

  /** Answers a checkout; never waits behind messages or their limits. */
  Reply answer(Answer answer);

  /** Shows an invoice in the buyer's private chat. */
  Reply sendInvoice(BuyerId buyer, Invoice invoice);

  /**
   * Makes a link to an invoice that anybody may pay, any number of times.
   *
   * @throws TelegramException if Telegram did not make one
   */
  URI createInvoiceLink(Invoice invoice);

  /** Writes plain text into the buyer's private chat. */
  Reply sendText(BuyerId buyer, String text);

  /** Sends a document into the buyer's private chat. */
  Reply sendFile(BuyerId buyer, Delivery.File file, String caption);

  /**
   * Sends a charge back, whole. A refusal whose description has {@code CHARGE_ALREADY_REFUNDED}
   * says that the Stars are gone, not by whom.
   */
  Reply refund(BuyerId buyer, ChargeId charge);

  /**
   * A part of the statement, oldest line first; fewer lines than asked for mean that it ends there.
   *
   * @param offset how many lines to pass over
   * @param limit 1–100
   * @throws TelegramException if Telegram did not give it
   */
  List<StatementLine> statement(long offset, int limit);

  /**
   * What Telegram holds for the bot, in nanostars; negative when buyers took back more than there
   * was.
   *
   * @throws TelegramException if Telegram did not say it
   */
  long balance();

  /**
   * What a doctor may ask beyond payments. Nothing, if this way to Telegram cannot say: then the
   * doctor says so.
   */
  default Optional<Checkup> checkup() {
    return Optional.empty();
  }
}
