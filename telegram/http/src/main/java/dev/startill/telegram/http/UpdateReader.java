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
  private static final long LATEST = 253_402_300_799L;

  private final JsonParser json;
  private OptionalLong id = OptionalLong.empty();
  private @Nullable Carried message;
  private @Nullable Carried checkout;
  private @Nullable Carried callback;
  private boolean ofMoney;

  UpdateReader(JsonParser json) {
    this.json = json;
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
   * Reads from after the opening brace to the closing one.
   *
   * @throws tools.jackson.core.JacksonException if the JSON itself is broken
   */
  Incoming read() {
    @Nullable Misfit first = null;
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var depth = json.streamReadContext().getNestingDepth();
      try {
        readField(name);
      } catch (Misfit e) {
        first = first == null ? e : first;
        leave(depth);
      }
    }
    try {
      if (first != null && !ofMoney) {
        throw first;
      }
      return understood(Misfit.required(id.isPresent() ? id.getAsLong() : null, "update_id"));
    } catch (Misfit e) {
      return new Incoming.Unreadable(id, e.reason(), ofMoney);
    }
  }

  private Incoming understood(long updateId) throws Misfit {
    if (checkout != null) {
      return checkout.asCheckout(updateId);
    }
    if (message != null) {
      return message.asMessage(updateId);
    }
    return callback != null
        ? callback.asCallback(updateId)
        : Carried.silent(updateId, new Update.Other());
  }

  private void readField(String name) throws Misfit {
    json.nextToken();
    switch (name) {
      case "update_id" -> id = OptionalLong.of(whole("update_id", 0, Integer.MAX_VALUE));
      case "message" -> message = carried("message");
      case "pre_checkout_query" -> checkout = carried("pre_checkout_query");
      case "callback_query" -> callback = carried("callback_query");
      default -> json.skipChildren();
    }
  }

  private Carried carried(String path) throws Misfit {
    requireObject(path);
    var it = new Carried(path);
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var depth = json.streamReadContext().getNestingDepth();
      try {
        readInto(it, name);
      } catch (Misfit e) {
        it.note(e);
        leave(depth);
      }
    }
    return it;
  }

  private void readInto(Carried it, String name) throws Misfit {
    json.nextToken();
    var path = it.path + "." + name;
    switch (name) {
      case "id" -> it.id = text(path);
      case "from" -> readFrom(it);
      case "chat" -> readChat(it);
      case "date" -> it.date = whole(path, 0, LATEST);
      case "text" -> it.text = text(path);
      case "data" -> it.data = text(path);
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

  private void readFrom(Carried it) throws Misfit {
    requireObject(it.path + ".from");
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var token = json.nextToken();
      switch (name) {
        case "id" -> it.from = whole(it.path + ".from.id", Long.MIN_VALUE, Long.MAX_VALUE);
        case "is_bot" -> it.fromBot = token == JsonToken.VALUE_TRUE;
        default -> json.skipChildren();
      }
    }
  }

  private void readChat(Carried it) throws Misfit {
    requireObject(it.path + ".chat");
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> it.chat = whole(it.path + ".chat.id", Long.MIN_VALUE, Long.MAX_VALUE);
        case "type" -> it.isPrivate = text(it.path + ".chat.type").equals("private");
        default -> json.skipChildren();
      }
    }
  }

  /** Money that came: a field that is not as it must be is left out, and the others are kept. */
  private Money money(String path) throws Misfit {
    requireObject(path);
    var money = new Money(path);
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var depth = json.streamReadContext().getNestingDepth();
      json.nextToken();
      try {
        readMoney(money, name, path);
      } catch (Misfit e) {
        leave(depth);
      }
    }
    return money;
  }

  private void readMoney(Money money, String name, String path) throws Misfit {
    switch (name) {
      case "currency" -> money.currency = text(path + ".currency");
      case "invoice_payload" -> money.payload = text(path + ".invoice_payload");
      case "telegram_payment_charge_id" ->
          money.charge = text(path + ".telegram_payment_charge_id");
      case "total_amount" ->
          money.amount = whole(path + ".total_amount", Long.MIN_VALUE, Long.MAX_VALUE);
      default -> json.skipChildren();
    }
  }

  private void requireObject(String path) throws Misfit {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw Misfit.because(path + " is no object");
    }
  }

  private String text(String path) throws Misfit {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw Misfit.because(path + " is no text");
    }
    return json.getString();
  }

  private long whole(String path, long least, long most) throws Misfit {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw Misfit.because(path + " is no whole number");
    }
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw Misfit.because(path + " is too large a number");
    }
    return Misfit.within(json.getLongValue(), path, least, most);
  }

  /** Passes over the rest of a value that was given up half-way. */
  private void leave(int depth) {
    var token = json.currentToken();
    while (token != null && json.streamReadContext().getNestingDepth() > depth) {
      token = json.nextToken();
    }
  }
}
