package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an invoice must look like, and the exact words for each way in which it does not. */
class InvoiceTest extends SandboxTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("title", "", "parameter \"title\" is required"),
        refused("description", "", "parameter \"description\" is required"),
        refused("payload", "", "parameter \"payload\" is required"),
        refused("payload", "\ud800", "the payload must be encoded in UTF-8"),
        refused("currency", "", "parameter \"currency\" is required"),
        refused("prices", "", "parameter \"prices\" is required"),
        refused("prices", "[", "can't parse prices JSON object"),
        refused("prices", "{}", "expected an Array of labeled prices"),
        refused("prices", "[]", "there must be at least one price"),
        refused("prices", "[1]", "can't parse labeled price: LabeledPrice must be an Object"),
        price("{\"amount\":5}", "Can't find field \"label\""),
        price("{\"label\":[],\"amount\":5}", "Field \"label\" must be of type String"),
        price("{\"label\":\"\",\"amount\":5}", "LabeledPrice label must be non-empty"),
        price("{\"label\":\"a\"}", "Can't find field \"amount\""),
        price("{\"label\":\"a\",\"amount\":true}", "Field \"amount\" must be a Number"),
        price("{\"label\":\"a\",\"amount\":1.5}", "Field \"amount\" must be a valid Number"),
        price("{\"label\":\"a\",\"amount\":\"abc\"}", "Field \"amount\" must be a valid Number"),
        amount(0, "total price must be positive"),
        amount(-1, "total price must be positive"),
        amount(100_001, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        amount(1_000_000_000_000L, "too big amount of the currency specified"),
        refused("max_tip_amount", "abc", "can't parse \"max_tip_amount\" as Number"),
        refused("max_tip_amount", "-1", "invalid max_tip_amount of the currency specified"),
        refused("max_tip_amount", "5", "STARS_INVOICE_INVALID"),
        refused("suggested_tip_amounts", "[", "can't parse suggested_tip_amounts JSON object"),
        refused("suggested_tip_amounts", "5", "expected an Array of suggested tip amounts"),
        refused(
            "suggested_tip_amounts",
            "[true]",
            "suggested tip amount must be of type Number or String"),
        refused("suggested_tip_amounts", "[1.5]", "can't parse suggested tip amount as Number"),
        refused("suggested_tip_amounts", "[0]", "suggested tip amount must be positive"),
        refused(
            "suggested_tip_amounts",
            "[5,10,20]",
            "suggested tip amount can't be bigger than max_tip_amount"),
        refused("title", "\ud800", "invoice title must be encoded in UTF-8"),
        refused("description", "\ud800", "invoice description must be encoded in UTF-8"),
        refused("photo_url", "\ud800", "invoice photo URL must be encoded in UTF-8"),
        refused("provider_token", "\ud800", "invoice provider token must be encoded in UTF-8"),
        refused("currency", "USD", "PAYMENT_PROVIDER_INVALID"),
        refused("payload", "x".repeat(129), "INVOICE_PAYLOAD_INVALID"),
        refused("payload", "é".repeat(65), "INVOICE_PAYLOAD_INVALID"),
        refused("title", "x".repeat(33), "INVOICE_TITLE_TOO_LONG"),
        refused("description", "x".repeat(256), "INVOICE_DESCRIPTION_TOO_LONG"),
        refused(
            "prices",
            "[{\"label\":\"a\",\"amount\":1},{\"label\":\"b\",\"amount\":1}]",
            "STARS_INVOICE_INVALID"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("refusals")
  void a_bad_invoice_is_refused_with_telegrams_words(String field, String value, String words) {
    var json = good();
    json.put(field, value);
    var body = json.toString().replace("\ud800", "\\ud800");
    for (var method : new String[] {"createInvoiceLink", "sendInvoice"}) {
      var chat = "{\"chat_id\":" + bot.user("Ann", 0) + ",";
      var sent = method.equals("sendInvoice") ? chat + body.substring(1) : body;
      var answer = bot.call(method, sent);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.description()).isEqualTo("Bad Request: " + words);
    }
  }

  @Test
  void the_first_failure_in_telegrams_order_wins() {
    var json = JSON.createObjectNode();
    for (var field : new String[] {"title", "description", "payload", "currency", "prices"}) {
      assertThat(bot.call("createInvoiceLink", json.toString()).description())
          .isEqualTo("Bad Request: parameter \"" + field + "\" is required");
      json.put(field, field.equals("currency") ? "XTR" : "x");
    }
  }

  @ParameterizedTest
  @MethodSource("limits")
  void what_lies_on_a_limit_is_accepted(String field, String value) {
    var json = good();
    json.put(field, value);
    assertThat(bot.ok("createInvoiceLink", json.toString()).asString())
        .matches("https://t\\.me/\\$[A-Za-z0-9_-]+");
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of("title", "x".repeat(32)),
        Arguments.of("description", "x".repeat(255)),
        Arguments.of("payload", "é".repeat(64)),
        Arguments.of("provider_token", ""),
        Arguments.of("prices", "[{\"label\":\"a\",\"amount\":100000}]"),
        Arguments.of("prices", "[{\"label\":5,\"amount\":5}]"),
        Arguments.of("prices", "[{\"label\":\"a\",\"amount\":\"1\"}]"));
  }

  @Test
  void an_invoice_message_has_a_pay_button_and_a_start_parameter() {
    var message = bot.ok("sendInvoice", toAnn(good()));
    assertThat(message.path("invoice").toString())
        .isEqualTo(
            "{\"title\":\"Guide\",\"description\":\"A guide\",\"start_parameter\":\"\","
                + "\"currency\":\"XTR\",\"total_amount\":50}");
    assertThat(message.path("reply_markup").toString())
        .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"Pay ⭐50\",\"pay\":true}]]}");
  }

  static Stream<Arguments> keyboards() {
    var other = "{\"text\":\"Terms\",\"url\":\"https://shop.example\"}";
    return Stream.of(
        Arguments.of("{\"inline_keyboard\":[[" + other + "]]}", "REPLY_MARKUP_BUY_EMPTY"),
        Arguments.of(
            "{\"inline_keyboard\":[[" + other + ",{\"text\":\"Buy\",\"pay\":true}]]}",
            "BUTTON_POS_INVALID"),
        Arguments.of("[", "can't parse reply keyboard markup JSON object"),
        Arguments.of("[]", "object expected as reply markup"));
  }

  @ParameterizedTest
  @MethodSource("keyboards")
  void the_first_button_of_an_invoice_must_pay(String markup, String words) {
    assertThat(bot.call("sendInvoice", toAnn(good().put("reply_markup", markup))).description())
        .isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_subscription_is_a_link_over_thirty_days_and_ten_thousand_stars_at_most() {
    assertThat(
            bot.call("sendInvoice", toAnn(good().put("subscription_period", 2592000)))
                .description())
        .isEqualTo("Bad Request: SUBSCRIPTION_EXPORT_MISSING");
    assertThat(
            bot.call("createInvoiceLink", good().put("subscription_period", 2592001).toString())
                .description())
        .isEqualTo("Bad Request: SUBSCRIPTION_PERIOD_INVALID");
    var dear = good().put("subscription_period", 2592000);
    dear.putArray("prices").addObject().put("label", "Club").put("amount", 10001);
    assertThat(bot.call("createInvoiceLink", dear.toString()).description())
        .isEqualTo("Bad Request: SUBSCRIPTION_AMOUNT_INVALID");
    dear.putArray("prices").addObject().put("label", "Club").put("amount", 10000);
    assertThat(bot.ok("createInvoiceLink", dear.toString()).asString())
        .startsWith("https://t.me/$");
    assertThat(bot.call("sendInvoice", toAnn(good().put("subscription_period", -5))).status())
        .isEqualTo(200);
  }

  @Test
  void an_invoice_needs_a_chat() {
    assertThat(bot.call("sendInvoice", good().toString()).description())
        .isEqualTo("Bad Request: chat_id is empty");
    assertThat(bot.call("sendInvoice", good().put("chat_id", 4711).toString()).description())
        .isEqualTo("Bad Request: chat not found");
    assertThat(bot.call("sendInvoice", good().put("chat_id", "@nobody").toString()).description())
        .isEqualTo("Bad Request: chat not found");
  }

  @Test
  void a_link_can_be_looked_up_by_the_page() {
    var link = bot.link("ord_1", 50);
    var shown = bot.get("/sandbox/invoices?link=" + link.replace("$", "%24")).json();
    assertThat(shown.path("title").asString()).isEqualTo("Guide");
    assertThat(shown.path("total_amount").asLong()).isEqualTo(50);
    assertThat(shown.path("bot").path("id").asLong()).isEqualTo(Client.BOT);
    assertThat(bot.get("/sandbox/invoices?link=none").status()).isEqualTo(404);
  }

  private String toAnn(ObjectNode invoice) {
    long ann = bot.user("Ann", 100);
    bot.says(ann, "/buy");
    return invoice.put("chat_id", ann).toString();
  }

  private static ObjectNode good() {
    return (ObjectNode) JSON.readTree(Client.invoice("ord_1", 50));
  }

  private static Arguments refused(String field, String value, String words) {
    return Arguments.of(field, value, words);
  }

  private static Arguments price(String item, String words) {
    return refused("prices", "[" + item + "]", "can't parse labeled price: " + words);
  }

  private static Arguments amount(long amount, String words) {
    return refused("prices", "[{\"label\":\"a\",\"amount\":" + amount + "}]", words);
  }
}
