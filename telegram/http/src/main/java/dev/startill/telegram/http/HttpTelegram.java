package dev.startill.telegram.http;

import dev.startill.catalog.Delivery;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.port.Checkup;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.port.Telegram;
import dev.startill.telegram.http.Carrier.Document;
import dev.startill.telegram.http.Carrier.Lane;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * {@link Telegram} over HTTP. Messages wait for their turn; answers to checkouts have a lane of
 * their own and wait for nobody. Threads share it. Made by {@link HttpBot#telegram()}.
 */
final class HttpTelegram implements Telegram {
  private final Caller caller;
  private final HttpSettings settings;
  private final Checkup checkup;

  HttpTelegram(Caller caller, HttpSettings settings, Checkup checkup) {
    this.caller = caller;
    this.settings = settings;
    this.checkup = checkup;
  }

  @Override
  public Optional<BotId> bot() {
    return Optional.of(caller.token().id());
  }

  @Override
  public Reply answer(Answer answer) {
    var body = CheckoutAnswer.called(answer);
    return caller.call(Lane.ANSWERS, CheckoutAnswer.METHOD, body, settings.answer()).reply();
  }

  @Override
  public Reply sendInvoice(BuyerId buyer, Invoice invoice) {
    return send(
        buyer,
        "sendInvoice",
        Json.object(
            json -> {
              json.writeNumberProperty("chat_id", buyer.value());
              write(invoice, json);
            }));
  }

  @Override
  public URI createInvoiceLink(Invoice invoice) {
    var body = Json.object(json -> write(invoice, json));
    return switch (caller.call(Lane.SENDS, "createInvoiceLink", body, settings.call())) {
      case Outcome.Ok ok -> Results.link(ok.body());
      case Outcome.Failed failed -> throw Results.failure("made no invoice link", failed.reply());
    };
  }

  @Override
  public Reply sendText(BuyerId buyer, String text) {
    if (Texts.isLonger(text, Texts.MESSAGE)) {
      return tooLong("message", Texts.MESSAGE);
    }
    return send(
        buyer,
        "sendMessage",
        Json.object(
            json -> {
              json.writeNumberProperty("chat_id", buyer.value());
              json.writeStringProperty("text", Texts.wellFormed(text));
            }));
  }

  @Override
  public Reply sendFile(BuyerId buyer, Delivery.File file, String caption) {
    if (Texts.isLonger(caption, Texts.CAPTION)) {
      return tooLong("caption", Texts.CAPTION);
    }
    return file.isUrl() ? sendUrl(buyer, file, caption) : upload(buyer, file, caption);
  }

  @Override
  public Reply refund(BuyerId buyer, ChargeId charge) {
    var body =
        Json.object(
            json -> {
              json.writeNumberProperty("user_id", buyer.value());
              json.writeStringProperty("telegram_payment_charge_id", charge.value());
            });
    return caller.inTurn(
        Pace.NO_CHAT, () -> caller.call(Lane.SENDS, "refundStarPayment", body, settings.call()));
  }

  @Override
  public List<StatementLine> statement(long offset, int limit) {
    requirePart(offset, limit);
    var body =
        Json.object(
            json -> {
              json.writeNumberProperty("offset", offset);
              json.writeNumberProperty("limit", limit);
            });
    return switch (caller.list("getStarTransactions", body, settings.call())) {
      case Outcome.Ok ok -> Results.statement(ok.body(), offset);
      case Outcome.Failed failed -> throw Results.failure("gave no statement", failed.reply());
    };
  }

  @Override
  public long balance() {
    return switch (caller.call(Lane.SENDS, "getMyStarBalance", Json.NOTHING, settings.call())) {
      case Outcome.Ok ok -> Results.balance(ok.body());
      case Outcome.Failed failed -> throw Results.failure("told no balance", failed.reply());
    };
  }

  @Override
  public Optional<Checkup> checkup() {
    return Optional.of(checkup);
  }

  /**
   * Telegram would take another limit for one of its own, and fewer lines would look like the end.
   */
  private static void requirePart(long offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 100) {
      throw new IllegalArgumentException(
          "A part of the statement begins at 0 or later and has 1 to 100 lines.");
    }
  }

  private Reply sendUrl(BuyerId buyer, Delivery.File file, String caption) {
    return send(
        buyer,
        "sendDocument",
        Json.object(
            json -> {
              json.writeNumberProperty("chat_id", buyer.value());
              json.writeStringProperty("document", Texts.wellFormed(file.location()));
              if (!caption.isEmpty()) {
                json.writeStringProperty("caption", Texts.wellFormed(caption));
              }
            }));
  }

  private Reply upload(BuyerId buyer, Delivery.File file, String caption) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("chat_id", buyer.toString());
    if (!caption.isEmpty()) {
      fields.put("caption", Texts.wellFormed(caption));
    }
    try {
      var path = Path.of(file.location());
      var document = new Document(path, fields, settings.upload());
      return caller.inTurn(buyer.value(), () -> caller.upload(document));
    } catch (InvalidPathException e) {
      return new Reply.Unsent("'" + file.location() + "' cannot be the path of a file.");
    }
  }

  /** Goods that are cut are goods lost: they are refused, as Telegram itself would. */
  private static Reply tooLong(String what, int most) {
    return new Reply.Refused(
        400, "Bad Request: the %s is longer than %d characters".formatted(what, most));
  }

  private Reply send(BuyerId buyer, String method, byte[] body) {
    return caller.inTurn(
        buyer.value(), () -> caller.call(Lane.SENDS, method, body, settings.call()));
  }

  /**
   * For Stars there is one price, no provider and no tip; start_parameter would forbid forwards.
   */
  private static void write(Invoice invoice, JsonGenerator json) {
    var title = Texts.wellFormed(invoice.title());
    json.writeStringProperty("title", title);
    json.writeStringProperty("description", Texts.wellFormed(invoice.description()));
    json.writeStringProperty("payload", invoice.payload().text());
    json.writeStringProperty("currency", "XTR");
    json.writeArrayPropertyStart("prices");
    json.writeStartObject();
    json.writeStringProperty("label", title);
    json.writeNumberProperty("amount", invoice.price().count());
    json.writeEndObject();
    json.writeEndArray();
  }
}
