package dev.startill.telegram.http;

import dev.startill.intake.Update;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An update that a bot library has read already: the fields that matter, as it read them, put
 * together by the rules by which {@link Updates} reads the wire. Null is what was not there.
 * Immutable.
 *
 * @param id {@code update_id}
 * @param message {@code message}
 * @param checkout {@code pre_checkout_query}
 * @param callback {@code callback_query}
 */
public record TypedUpdate(
    @Nullable Number id,
    @Nullable Message message,
    @Nullable Query checkout,
    @Nullable Query callback) {
  private static final Logger log = LoggerFactory.getLogger(TypedUpdate.class);

  /**
   * A message.
   *
   * @param sender who sent it, and where
   * @param date {@code date}
   * @param text {@code text}
   * @param successful {@code successful_payment}
   * @param refunded {@code refunded_payment}
   */
  public record Message(
      Sender sender,
      @Nullable Number date,
      @Nullable String text,
      @Nullable Paid successful,
      @Nullable Paid refunded) {}

  /**
   * Who sent a message, and where.
   *
   * @param user {@code from.id}
   * @param isBot {@code from.is_bot}
   * @param chat {@code chat.id}
   * @param isPrivate whether {@code chat.type} is private
   */
  public record Sender(
      @Nullable Long user, boolean isBot, @Nullable Long chat, boolean isPrivate) {}

  /**
   * What waits for an answer.
   *
   * @param id {@code id}
   * @param user {@code from.id}
   * @param data {@code data} of a pressed button
   * @param asked what a checkout is about
   */
  public record Query(
      @Nullable String id, @Nullable Long user, @Nullable String data, @Nullable Paid asked) {}

  /**
   * What is, or is to be, paid.
   *
   * @param currency {@code currency}
   * @param amount {@code total_amount}
   * @param payload {@code invoice_payload}
   * @param charge {@code telegram_payment_charge_id}
   */
  public record Paid(
      @Nullable String currency,
      @Nullable Number amount,
      @Nullable String payload,
      @Nullable String charge) {}

  /** What it means; {@link Incoming.Unreadable} where what it must have is missing. */
  public Incoming read() {
    var number = id == null ? OptionalLong.empty() : OptionalLong.of(id.longValue());
    try {
      return understood(Misfit.required(id, "update_id").longValue());
    } catch (Misfit e) {
      return new Incoming.Unreadable(number, e.reason(), isMoney());
    }
  }

  /**
   * What payments care about in it. One that cannot be read is nothing to them, and told in the
   * log.
   */
  public Update update() {
    return switch (read()) {
      case Incoming.Understood understood -> understood.update();
      case Incoming.Unreadable unreadable -> {
        unreadable.tell(log);
        yield new Update.Other();
      }
    };
  }

  private Incoming understood(long updateId) throws Misfit {
    if (checkout != null) {
      if (isMoney()) {
        throw Misfit.becauseMoneyIsHidden();
      }
      return carried("pre_checkout_query", checkout).asCheckout(updateId);
    }
    if (message != null) {
      return carried(message).asMessage(updateId);
    }
    return callback != null
        ? carried("callback_query", callback).asCallback(updateId)
        : Carried.nothing(updateId);
  }

  private boolean isMoney() {
    return message != null && (message.successful != null || message.refunded != null);
  }

  private static Carried carried(Message message) {
    var it = new Carried("message");
    it.from = message.sender.user;
    it.fromBot = message.sender.isBot;
    it.chat = message.sender.chat;
    it.isPrivate = message.sender.isPrivate;
    it.date = message.date == null ? null : message.date.longValue();
    it.text = message.text;
    it.successful = money("message.successful_payment", message.successful);
    it.refunded = money("message.refunded_payment", message.refunded);
    return it;
  }

  private static Carried carried(String path, Query query) {
    var it = new Carried(path);
    it.id = kept(query.id);
    it.from = query.user;
    it.data = query.data;
    if (query.asked != null) {
      fill(it.money, query.asked);
    }
    return it;
  }

  private static @Nullable Money money(String path, @Nullable Paid paid) {
    if (paid == null) {
      return null;
    }
    var money = new Money(path);
    fill(money, paid);
    return money;
  }

  private static void fill(Money money, Paid paid) {
    money.currency = kept(paid.currency);
    money.amount = paid.amount == null ? null : paid.amount.longValue();
    money.payload = kept(paid.payload);
    money.charge = kept(paid.charge);
  }

  private static @Nullable String kept(@Nullable String text) {
    return text == null ? null : Texts.kept(text);
  }
}
