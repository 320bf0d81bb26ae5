package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Knobs;
import dev.startill.sandbox.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads an invoice in the order of checks of three layers, the first failure winning: the Bot API
 * server (Client.cpp), TDLib (InputInvoice.cpp), then Telegram itself, whose part is known by error
 * names from core.telegram.org and from what was measured.
 */
final class InvoiceParser {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  private final Call call;
  private final Knobs knobs;
  private Prices prices = new Prices(0, 0, false);
  private long maxTip;
  private int tips;
  private long smallestTip = Long.MAX_VALUE;
  private long biggestTip;

  InvoiceParser(Call call, Knobs knobs) {
    this.call = call;
    this.knobs = knobs;
  }

  /** The server's part: what is there and can be read. */
  InvoiceParser read() {
    call.parameters().required("title");
    call.parameters().required("description");
    var payload = call.parameters().required("payload");
    if (!Unicode.isWhole(payload)) {
      throw Refusal.badRequest("the payload must be encoded in UTF-8");
    }
    call.parameters().required("currency");
    readPrices(call.parameters().required("prices"));
    readTips();
    return this;
  }

  /** TDLib's and Telegram's part: what makes sense. */
  Invoice check() {
    checkUtf8();
    checkAmounts();
    checkTips();
    checkStars();
    return new Invoice(
        call.text("title"),
        call.text("description"),
        call.text("payload"),
        call.text("start_parameter"),
        call.text("currency"),
        prices.total(),
        call.text("photo_url"),
        (int) call.parameters().number("subscription_period", 0, 0, Integer.MAX_VALUE));
  }

  private void readPrices(String text) {
    var json =
        Json.read(text).orElseThrow(() -> Refusal.badRequest("can't parse prices JSON object"));
    prices = Prices.read(json, Refusal::badRequest);
  }

  private void readTips() {
    var max = call.text("max_tip_amount");
    if (!max.isEmpty() && !INTEGER.matcher(max).matches()) {
      throw Refusal.badRequest("can't parse \"max_tip_amount\" as Number");
    }
    maxTip = max.isEmpty() ? 0 : Long.parseLong(max);
    var suggested = call.text("suggested_tip_amounts");
    if (suggested.isEmpty()) {
      return;
    }
    var amounts =
        Json.read(suggested)
            .orElseThrow(() -> Refusal.badRequest("can't parse suggested_tip_amounts JSON object"));
    if (!amounts.isArray()) {
      throw Refusal.badRequest("expected an Array of suggested tip amounts");
    }
    amounts.forEach(this::readTip);
  }

  private void readTip(JsonNode amount) {
    if (!amount.isNumber() && !amount.isString()) {
      throw Refusal.badRequest("suggested tip amount must be of type Number or String");
    }
    if (!INTEGER.matcher(amount.asString()).matches()) {
      throw Refusal.badRequest("can't parse suggested tip amount as Number");
    }
    long tip = Long.parseLong(amount.asString());
    smallestTip = Math.min(smallestTip, tip);
    biggestTip = Math.max(biggestTip, tip);
    tips++;
  }

  private void checkUtf8() {
    for (var part :
        new String[][] {
          {"title", "title"},
          {"description", "description"},
          {"photo_url", "photo URL"},
          {"start_parameter", "bot start parameter"},
          {"provider_token", "provider token"},
          {"provider_data", "provider data"},
          {"currency", "currency"}
        }) {
      if (!Unicode.isWhole(call.text(part[0]))) {
        throw Refusal.badRequest("invoice " + part[1] + " must be encoded in UTF-8");
      }
    }
  }

  private void checkAmounts() {
    if (prices.oversized()) {
      throw Refusal.badRequest("too big amount of the currency specified");
    }
    if (prices.total() <= 0) {
      throw Refusal.badRequest("total price must be positive");
    }
    if (prices.total() > Prices.MOST_OF_A_CURRENCY) {
      throw Refusal.badRequest("total price is too big");
    }
  }

  private void checkTips() {
    if (maxTip < 0 || maxTip > Prices.MOST_OF_A_CURRENCY) {
      throw Refusal.badRequest("invalid max_tip_amount of the currency specified");
    }
    if (tips > 0 && smallestTip <= 0) {
      throw Refusal.badRequest("suggested tip amount must be positive");
    }
    if (tips > 0 && biggestTip > maxTip) {
      throw Refusal.badRequest("suggested tip amount can't be bigger than max_tip_amount");
    }
    if (tips > 4) {
      throw Refusal.badRequest("there can be at most 4 suggested tip amounts");
    }
  }

  private void checkStars() {
    // The limits are documented, the two error names are assumed.
    if (characters("title") > knobs.titleLimit()) {
      throw Refusal.badRequest("INVOICE_TITLE_TOO_LONG");
    }
    if (characters("description") > knobs.descriptionLimit()) {
      throw Refusal.badRequest("INVOICE_DESCRIPTION_TOO_LONG");
    }
    if (call.text("payload").getBytes(StandardCharsets.UTF_8).length > 128) {
      throw Refusal.badRequest("INVOICE_PAYLOAD_INVALID");
    }
    if (!call.text("currency").equals("XTR") || !call.text("provider_token").isEmpty()) {
      throw Refusal.badRequest("PAYMENT_PROVIDER_INVALID");
    }
    if (prices.parts() != 1 || maxTip > 0) {
      throw Refusal.badRequest("STARS_INVOICE_INVALID");
    }
    if (prices.total() > knobs.starCeiling()) {
      throw Refusal.badRequest("CURRENCY_TOTAL_AMOUNT_INVALID");
    }
  }

  private int characters(String name) {
    var text = call.text(name);
    return text.codePointCount(0, text.length());
  }
}
