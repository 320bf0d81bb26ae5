package dev.startill.port;

import dev.startill.catalog.Delivery;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import java.net.URI;

/**
 * The few things that payments ask of Telegram. Blocking; threads share it, and many call at once.
 * Every outcome is a {@link Reply}: an implementation throws only for its own defects. Its contract
 * is {@code TelegramContract} in the test kit.
 */
public interface Telegram {
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
}
