package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Items 8 to 15: what may be asked for. */
class InvoiceFidelityTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LINK = "https://t\\.me/\\$[A-Za-z0-9_-]+";

  private Stage stage;

  @BeforeEach
  void start() {
    stage = new Stage(Sandbox.builder());
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void item_8_an_invoice_is_checked_in_telegrams_order() {
    var empty = JSON.createObjectNode();
    var good = Map.of("currency", "XTR");
    for (var name : new String[] {"title", "description", "payload", "currency", "prices"}) {
      refused(empty, "parameter \"" + name + "\" is required");
      empty.put(name, good.getOrDefault(name, "x"));
    }
    refused(empty, "can't parse prices JSON object");
    var payload = Stage.invoice().put("payload", "\ud800").put("currency", "").put("title", "");
    refused(payload, "parameter \"title\" is required");
    refused(payload.put("title", "x"), "the payload must be encoded in UTF-8");
    refused(payload.put("payload", "x"), "parameter \"currency\" is required");
    var tips = amount("0").put("max_tip_amount", "x").put("suggested_tip_amounts", "[");
    refused(tips, "can't parse \"max_tip_amount\" as Number");
    refused(tips.put("max_tip_amount", -1), "can't parse suggested_tip_amounts JSON object");
    refused(tips.put("suggested_tip_amounts", "[]"), "total price must be positive");
  }

  @ParameterizedTest
  @CsvSource({
    "'', there must be at least one price",
    "'1,1', STARS_INVOICE_INVALID",
    "0, total price must be positive",
    "-1, total price must be positive",
    "100001, CURRENCY_TOTAL_AMOUNT_INVALID",
    "150000, CURRENCY_TOTAL_AMOUNT_INVALID",
  })
  void item_9_stars_take_one_price_within_bounds(String amounts, String words) {
    refused(amount(amounts), words);
  }

  @Test
  void item_9_one_star_and_a_hundred_thousand_are_prices() {
    for (var amount : new String[] {"1", "100000"}) {
      assertThat(stage.invoice("createInvoiceLink", amount(amount)).status()).isEqualTo(200);
      assertThat(stage.invoice("sendInvoice", amount(amount)).status()).isEqualTo(200);
    }
  }

  @Test
  void item_10_tips_fail_with_and_without_a_maximum() {
    var tips = Stage.invoice().put("suggested_tip_amounts", "[5,10,20]");
    refused(tips, "suggested tip amount can't be bigger than max_tip_amount");
    refused(tips.put("max_tip_amount", 20), "STARS_INVOICE_INVALID");
  }

  @Test
  void item_11_a_subscription_is_a_link_of_thirty_days_and_at_most_10000_stars() {
    var month = amount("10000").put("subscription_period", 2_592_000);
    assertThat(stage.invoice("createInvoiceLink", month.deepCopy()).result().asString())
        .matches(LINK);
    assertThat(stage.invoice("sendInvoice", month.deepCopy()).description())
        .isEqualTo("Bad Request: SUBSCRIPTION_EXPORT_MISSING");
    var day = amount("10000").put("subscription_period", 86_400);
    assertThat(stage.invoice("createInvoiceLink", day).description())
        .isEqualTo("Bad Request: SUBSCRIPTION_PERIOD_INVALID");
    var dear = amount("10001").put("subscription_period", 2_592_000);
    assertThat(stage.invoice("createInvoiceLink", dear).description())
        .isEqualTo("Bad Request: SUBSCRIPTION_AMOUNT_INVALID");
  }

  @Test
  void item_12_a_payload_is_counted_in_bytes() {
    for (var payload : new String[] {"x".repeat(128), "é".repeat(64), "😀".repeat(32)}) {
      var link = stage.invoice("createInvoiceLink", Stage.invoice().put("payload", payload));
      assertThat(link.status()).isEqualTo(200);
      refused(Stage.invoice().put("payload", payload + "x"), "INVOICE_PAYLOAD_INVALID");
    }
  }

  @Test
  void item_13_money_needs_a_provider() {
    refused(Stage.invoice().put("currency", "USD"), "PAYMENT_PROVIDER_INVALID");
  }

  @Test
  void item_14_a_link_is_paid_again_and_again_by_anybody_and_never_expires() {
    var link = stage.bot.link("ord_1", 5);
    assertThat(link).matches(LINK);
    var charges = new HashSet<String>();
    long bob = stage.bot.user("Bob", 100);
    for (long buyer : new long[] {stage.ann, bob, stage.ann}) {
      charges.add(stage.bought(stage.bot.pays(buyer, link)).path("charge_id").asString());
      stage.sandbox.clock().advance(Duration.ofDays(400));
    }
    assertThat(charges).hasSize(3);
  }

  @Test
  void item_15_an_invoice_message_has_an_empty_start_parameter_and_a_pay_button() {
    var sent = stage.invoice("sendInvoice", Stage.invoice()).result();
    assertThat(sent.path("invoice").toString())
        .isEqualTo(
            "{\"title\":\"Guide\",\"description\":\"A guide\",\"start_parameter\":\"\","
                + "\"currency\":\"XTR\",\"total_amount\":50}");
    assertThat(sent.at("/reply_markup/inline_keyboard/0/0/pay").asBoolean()).isTrue();
    var linked = stage.invoice("sendInvoice", Stage.invoice().put("start_parameter", "ord"));
    assertThat(linked.result().at("/invoice/start_parameter").asString()).isEqualTo("ord");
  }

  private void refused(ObjectNode invoice, String words) {
    for (var method : new String[] {"createInvoiceLink", "sendInvoice"}) {
      var answer = stage.invoice(method, invoice.deepCopy());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.description()).isEqualTo("Bad Request: " + words);
    }
  }

  private static ObjectNode amount(String amounts) {
    var invoice = Stage.invoice();
    var prices = invoice.putArray("prices");
    for (var amount : amounts.isEmpty() ? new String[0] : amounts.split(",")) {
      prices.addObject().put("label", "Guide").put("amount", Long.parseLong(amount));
    }
    return invoice;
  }
}
