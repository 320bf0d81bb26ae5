package dev.startill.telegram.http;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.CheckoutId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The object that an update carries, field by field as it was met, and what it means. Of each kind
 * it has the fields that matter. For one thread.
 */
final class Carried {
  private static final int LONGEST_ID = 64;

  final String path;
  @Nullable String id;
  @Nullable Long from;
  boolean fromBot;
  @Nullable Long chat;
  boolean isPrivate;
  @Nullable Long date;
  @Nullable String text;
  @Nullable String data;
  @Nullable Money successful;
  @Nullable Money refunded;
  private @Nullable Misfit misfit;

  /** Only a checkout has it in itself. */
  final Money money;

  Carried(String path) {
    this.path = path;
    this.money = new Money(path);
  }

  /** Remembers the first field that is not as it must be. */
  void note(Misfit met) {
    misfit = misfit == null ? met : misfit;
  }

  Incoming.Understood asCheckout(long updateId) throws Misfit {
    requireSound();
    var update =
        new Update.Checkout(
            new CheckoutId(queryId()),
            buyer(from, path + ".from.id"),
            money.payload(),
            money.currency(),
            money.amount());
    return new Incoming.Understood(updateId, update, new Incoming.Silence());
  }

  Incoming.Understood asMessage(long updateId) throws Misfit {
    if (successful != null) {
      return silent(updateId, payment(successful));
    }
    if (refunded != null) {
      return silent(updateId, refund(refunded));
    }
    requireSound();
    if (from == null || fromBot || chat == null) {
      return nothing(updateId);
    }
    var who = buyer(from, path + ".from.id");
    return new Incoming.Understood(
        updateId,
        isPrivate ? new Update.Spoke(who) : new Update.Other(),
        text == null ? new Incoming.Silence() : new Incoming.Said(chat, isPrivate, who, text));
  }

  Incoming.Understood asCallback(long updateId) throws Misfit {
    requireSound();
    var pressed =
        new Incoming.Pressed(queryId(), buyer(from, path + ".from.id"), data == null ? "" : data);
    return new Incoming.Understood(updateId, new Update.Other(), pressed);
  }

  static Incoming.Understood nothing(long updateId) {
    return silent(updateId, new Update.Other());
  }

  private static Incoming.Understood silent(long updateId, Update update) {
    return new Incoming.Understood(updateId, update, new Incoming.Silence());
  }

  private Update payment(Money paid) throws Misfit {
    return new Update.Payment(
        paid.charge(),
        buyer(isUser(from) ? from : chat, path + ".from.id"),
        paid.payloadAsIs(),
        paid.currencyAsIs(),
        paid.amountAsIs(),
        at());
  }

  /** It comes from the bot itself, so the buyer is whose private chat it is in. */
  private Update refund(Money returned) throws Misfit {
    return new Update.Refunded(
        returned.charge(),
        buyer(chat, path + ".chat.id"),
        returned.payloadAsIs(),
        returned.currencyAsIs(),
        returned.amountAsIs(),
        at());
  }

  private String queryId() throws Misfit {
    return Misfit.notLonger(Misfit.required(id, path + ".id"), path + ".id", LONGEST_ID);
  }

  /** 1970 if that is not said: a payment without a date is a payment. */
  private Instant at() {
    return date == null ? Instant.EPOCH : Instant.ofEpochSecond(date);
  }

  private void requireSound() throws Misfit {
    if (misfit != null) {
      throw misfit;
    }
  }

  /** A private chat has its user's number, and other chats have negative ones. */
  private static boolean isUser(@Nullable Long id) {
    return id != null && id >= 1;
  }

  private static BuyerId buyer(@Nullable Long user, String name) throws Misfit {
    return new BuyerId(Misfit.within(Misfit.required(user, name), name, 1, Long.MAX_VALUE));
  }
}
