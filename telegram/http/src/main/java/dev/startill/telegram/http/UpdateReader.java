package dev.startill.telegram.http;

import dev.startill.intake.Update;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one update token by token; fields come in any order and unknown ones are passed over. The
 * field names are those of <a href="https://core.telegram.org/bots/api#update">Update</a>. For one
 * thread.
 */
final class UpdateReader {
  /** The year 9999. */
  static final long LATEST = 253_402_300_799L;

  private final Tokens json;
  private OptionalLong id = OptionalLong.empty();
  private @Nullable Carried message;
  private @Nullable Carried checkout;
  private @Nullable Carried callback;
  private @Nullable Misfit first;
  private boolean ofMoney;

  UpdateReader(JsonParser json) {
    this.json = new Tokens(json);
  }

  /** {@code update_id}, once it was met. */
  OptionalLong id() {
    return id;
  }

  /** Whether a payment or a refund was met in it, however little of that could be read. */
  boolean ofMoney() {
    return ofMoney;
  }

  /**
   * Reads from the opening brace to the closing one.
   *
   * @throws tools.jackson.core.JacksonException if the JSON itself is broken
   */
  Incoming read() {
    try {
      json.object("the update", this::readField, this::note);
      if (first != null && !ofMoney) {
        throw first;
      }
      var updateId = Misfit.required(id.isPresent() ? id.getAsLong() : null, "update_id");
      return notHiding(understood(updateId));
    } catch (Misfit e) {
      return new Incoming.Unreadable(id, e.reason(), ofMoney);
    }
  }

  private Incoming.Understood understood(long updateId) throws Misfit {
    if (checkout != null) {
      return checkout.asCheckout(updateId);
    }
    if (message != null) {
      return message.asMessage(updateId);
    }
    return callback != null ? callback.asCallback(updateId) : Carried.nothing(updateId);
  }

  /** Money that nobody can tell from the rest is not passed over. */
  private Incoming.Understood notHiding(Incoming.Understood it) throws Misfit {
    var isMoney = it.update() instanceof Update.Payment || it.update() instanceof Update.Refunded;
    if (ofMoney && !isMoney) {
      throw Misfit.becauseMoneyIsHidden();
    }
    return it;
  }

  private void note(Misfit met) {
    first = first == null ? met : first;
  }

  private void readField(String name) throws Misfit {
    switch (name) {
      case "update_id" -> id = OptionalLong.of(json.whole("update_id", 0, Integer.MAX_VALUE));
      case "message" -> message = carried("message");
      case "pre_checkout_query" -> checkout = carried("pre_checkout_query");
      case "callback_query" -> callback = carried("callback_query");
      default -> json.skip();
    }
  }

  private Carried carried(String path) throws Misfit {
    var it = new Carried(path);
    json.object(path, name -> readInto(it, name), it::note);
    return it;
  }

  private void readInto(Carried it, String name) throws Misfit {
    var path = it.path + "." + name;
    switch (name) {
      case "id" -> it.id = json.kept(path);
      case "from" -> json.object(path, field -> readFrom(it, field), it::note);
      case "chat" -> json.object(path, field -> readChat(it, field), it::note);
      case "date" -> it.date = json.whole(path, 0, LATEST);
      case "text" -> it.text = json.text(path);
      case "data" -> it.data = json.text(path);
      case "successful_payment" -> {
        ofMoney = true;
        it.successful = money(path);
      }
      case "refunded_payment" -> {
        ofMoney = true;
        it.refunded = money(path);
      }
      default -> readMoney(it.money, name, it.path);
    }
  }

  private void readFrom(Carried it, String name) throws Misfit {
    switch (name) {
      case "id" -> it.from = json.whole(it.path + ".from.id", Long.MIN_VALUE, Long.MAX_VALUE);
      case "is_bot" -> it.fromBot = json.is(JsonToken.VALUE_TRUE);
      default -> json.skip();
    }
  }

  private void readChat(Carried it, String name) throws Misfit {
    switch (name) {
      case "id" -> it.chat = json.whole(it.path + ".chat.id", Long.MIN_VALUE, Long.MAX_VALUE);
      case "type" -> it.isPrivate = json.text(it.path + ".chat.type").equals("private");
      default -> json.skip();
    }
  }

  /** Money that came: a field that is not as it must be is left out, and the others are kept. */
  private Money money(String path) throws Misfit {
    var money = new Money(path);
    json.object(path, name -> readMoney(money, name, path), misfit -> {});
    return money;
  }

  private void readMoney(Money money, String name, String path) throws Misfit {
    switch (name) {
      case "currency" -> money.currency = json.kept(path + ".currency");
      case "invoice_payload" -> money.payload = json.kept(path + ".invoice_payload");
      case "telegram_payment_charge_id" ->
          money.charge = json.kept(path + ".telegram_payment_charge_id");
      case "total_amount" ->
          money.amount = json.whole(path + ".total_amount", Long.MIN_VALUE, Long.MAX_VALUE);
      default -> json.skip();
    }
  }
}
