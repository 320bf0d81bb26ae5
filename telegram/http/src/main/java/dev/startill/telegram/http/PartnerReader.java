package dev.startill.telegram.http;

import dev.startill.port.StatementLine.Withdrawal;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Reads one <a href="https://core.telegram.org/bots/api#transactionpartner">TransactionPartner</a>
 * into a {@link Partner}. For one thread.
 */
final class PartnerReader {
  private static final long SECONDS_A_DAY = 86_400;

  private final Tokens json;
  private final Partner it;
  private final String path;

  PartnerReader(Tokens json, Partner it, String path) {
    this.json = json;
    this.it = it;
    this.path = path;
  }

  /**
   * Reads it, as far as that goes.
   *
   * @param spoilt told of each field that is not as it must be
   */
  void read(Consumer<Misfit> spoilt) {
    try {
      json.object(path, name -> readField(name, spoilt), spoilt);
    } catch (Misfit e) {
      spoilt.accept(e);
      json.skip();
    }
  }

  private void readField(String name, Consumer<Misfit> spoilt) throws Misfit {
    switch (name) {
      case "type" -> it.type = text(name);
      case "transaction_type" -> it.transactionType = text(name);
      case "invoice_payload" -> it.payload = text(name);
      case "user", "sponsor_user" -> json.object(in(name), this::readUser, spoilt);
      case "chat" -> json.object(in(name), this::readChat, spoilt);
      case "gift" -> json.object(in(name), this::readGift, spoilt);
      case "affiliate" -> json.object(in(name), this::readAffiliate, spoilt);
      case "withdrawal_state" -> json.object(in(name), this::readWithdrawal, spoilt);
      default -> readRemark(name);
    }
  }

  /** What nobody decides by, in words. */
  private void readRemark(String name) throws Misfit {
    switch (name) {
      case "request_count" -> it.note(count(name) + " requests beyond the free rate");
      case "subscription_period" ->
          it.note("a subscription for %d days".formatted(count(name) / SECONDS_A_DAY));
      case "premium_subscription_duration" ->
          it.note("Premium for %d months".formatted(count(name)));
      case "commission_per_mille" -> it.note("a commission of %d per mille".formatted(count(name)));
      case "paid_media_payload" -> it.quote("paid media", text(name));
      default -> json.skip();
    }
  }

  private void readUser(String name) throws Misfit {
    if (name.equals("id")) {
      it.user = json.whole(in("user.id"), Long.MIN_VALUE, Long.MAX_VALUE);
    } else {
      json.skip();
    }
  }

  private void readChat(String name) throws Misfit {
    switch (name) {
      case "id" -> it.note("chat " + json.whole(in("chat.id"), Long.MIN_VALUE, Long.MAX_VALUE));
      case "title" -> it.quote("titled", text("chat.title"));
      default -> json.skip();
    }
  }

  private void readGift(String name) throws Misfit {
    switch (name) {
      case "id" -> it.quote("gift", text("gift.id"));
      case "star_count" -> it.note("a gift of %d Stars".formatted(count("gift.star_count")));
      default -> json.skip();
    }
  }

  /** Its amounts are negative where the affiliate gives them back, with a refund. */
  private void readAffiliate(String name) throws Misfit {
    switch (name) {
      case "amount" ->
          it.commission =
              json.whole(in("affiliate.amount"), -Transaction.MOST_STARS, Transaction.MOST_STARS);
      case "nanostar_amount" ->
          it.commissionNanos =
              json.whole(
                  in("affiliate.nanostar_amount"), -Transaction.MOST_NANOS, Transaction.MOST_NANOS);
      case "commission_per_mille" ->
          it.note("an affiliate's %d per mille".formatted(count("affiliate.commission_per_mille")));
      default -> json.skip();
    }
  }

  private void readWithdrawal(String name) throws Misfit {
    switch (name) {
      case "type" -> it.withdrawal = withdrawal(text("withdrawal_state.type"));
      case "date" -> {
        var at = json.whole(in("withdrawal_state.date"), 0, StatementReader.LATEST);
        it.note("withdrawn at " + Instant.ofEpochSecond(at));
      }
      case "url" -> it.note(text("withdrawal_state.url"));
      default -> json.skip();
    }
  }

  private Withdrawal withdrawal(String type) {
    return switch (type) {
      case "pending" -> Withdrawal.PENDING;
      case "succeeded" -> Withdrawal.SUCCEEDED;
      case "failed" -> Withdrawal.FAILED;
      default -> {
        it.quote("a withdrawal in state", type);
        yield Withdrawal.NONE;
      }
    };
  }

  private String text(String name) throws Misfit {
    return json.kept(in(name));
  }

  private long count(String name) throws Misfit {
    return json.whole(in(name), 0, Long.MAX_VALUE);
  }

  private String in(String name) {
    return path + "." + name;
  }
}
