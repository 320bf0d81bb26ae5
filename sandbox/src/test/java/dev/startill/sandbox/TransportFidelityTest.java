package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items 1 to 7: how calls travel. */
class TransportFidelityTest extends SandboxTest {
  private static final String PATH = "/bot" + Client.TOKEN + "/";

  @Test
  void item_1_each_environment_has_its_own_bots_and_what_is_theirs() {
    var test = new Client(sandbox.url(), "55:tester");
    long ann = bot.user("Ann", 100);
    assertThat(test.call("test/getMe", "{}").status()).isEqualTo(200);
    assertThat(test.call("getMe", "{}").status()).isEqualTo(401);
    assertThat(test.call("getMe", "{}").description()).isEqualTo("Unauthorized");
    assertThat(bot.call("test/getMe", "{}").description()).isEqualTo("Unauthorized");
    bot.post("/sandbox/users/" + ann + "/messages", "{\"bot\":55,\"text\":\"hi\"}");
    var first = test.call("test/getUpdates", "{}").result();
    assertThat(first).hasSize(1);
    long next = first.path(0).path("update_id").asLong() + 1;
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    var link = test.call("test/createInvoiceLink", Client.invoice("ord_1", 5)).result().asString();
    var payment = bot.pays(ann, link);
    var asked =
        test.call("test/getUpdates", "{\"offset\":" + next + ",\"timeout\":5}").result().path(0);
    var id = asked.at("/pre_checkout_query/id").asString();
    test.call("test/answerPreCheckoutQuery", Stage.yes(id));
    assertThat(payment.join().json().path("status").asString()).isEqualTo("paid");
    assertThat(test.call("test/getMyStarBalance", "{}").result().path("amount").asInt())
        .isEqualTo(5);
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asInt()).isZero();
  }

  @Test
  void item_2_a_method_is_known_in_any_case_and_an_unknown_one_is_not_found() {
    for (var name : new String[] {"getme", "GETME", "GetMe"}) {
      assertThat(bot.call(name, "{}").status()).isEqualTo(200);
    }
    var unknown = bot.call("frobnicate", "{}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.description()).isEqualTo("Not Found: method not found");
  }

  @Test
  void item_3_an_error_is_json_of_the_same_status_and_names_its_pause_twice() {
    bot.post(
        "/sandbox/faults",
        "{\"method\":\"getMe\",\"action\":\"error\",\"error_code\":429,\"retry_after\":7}");
    var flood = bot.call("getMe", "{}");
    assertThat(flood.status()).isEqualTo(429);
    assertThat(flood.json().path("error_code").asInt()).isEqualTo(429);
    assertThat(flood.description()).isEqualTo("Too Many Requests: retry after 7");
    assertThat(flood.json().at("/parameters/retry_after").asInt()).isEqualTo(7);
    assertThat(flood.http().headers().firstValue("Retry-After")).contains("7");
    assertThat(flood.http().headers().firstValue("Content-Type")).contains("application/json");
    bot.delete("/sandbox/faults");
    var refused = bot.call("sendInvoice", "{}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error_code").asInt()).isEqualTo(400);
    assertThat(refused.json().has("parameters")).isFalse();
  }

  @Test
  void item_4_four_kinds_of_body_mean_the_same_and_the_query_wins() {
    long ann = bot.user("Ann", 0);
    bot.says(ann, "hi");
    var path = PATH + "sendMessage";
    var json = "{\"chat_id\":" + ann + ",\"text\":\"one\"}";
    var form = "chat_id=" + ann + "&text=one";
    var parts =
        "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n"
            + ann
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\none\r\n--x--\r\n";
    assertThat(
            Stream.of(
                bot.get(path + "?" + form),
                bot.send(bot.post(path, "application/x-www-form-urlencoded", form)),
                bot.send(bot.post(path, "application/json", json)),
                bot.send(bot.post(path, "multipart/form-data; boundary=x", parts))))
        .allMatch(answer -> answer.result().path("text").asString().equals("one"));
    assertThat(bot.call("sendMessage?text=two", json).result().path("text").asString())
        .isEqualTo("two");
    var none = Client.invoice("p", 5).replace("{\"title\"", "{\"provider_token\":null,\"title\"");
    assertThat(bot.call("createInvoiceLink", none).description())
        .isEqualTo("Bad Request: PAYMENT_PROVIDER_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"description\":\"x\",\"title\"", "[1]", "nonsense", "", "{\"a\":nul"})
  void item_5_a_broken_body_is_a_missing_parameter(String body) {
    var answer = bot.call("sendInvoice", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.description()).isEqualTo("Bad Request: parameter \"title\" is required");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-7, 1", "1000, 3", "abc, 1", "'2x', 2", "99999999999999999999, 3"})
  void item_6_an_integer_is_read_leniently_and_clamped(String limit, int size) {
    long ann = bot.user("Ann", 0);
    for (int i = 0; i < 3; i++) {
      bot.says(ann, "hi");
    }
    assertThat(bot.ok("getUpdates", "{\"limit\":\"" + limit + "\"}")).hasSize(size);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "YES, true", "1, true", "' True ', true", "on, false", "2, false"})
  void item_6_true_yes_and_1_are_true(String word, boolean yes) {
    var answer =
        bot.call(
            "answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"1\",\"ok\":\"" + word + "\"}");
    assertThat(answer.description().endsWith("is required")).isEqualTo(!yes);
  }

  @Test
  void item_7_sentences_begin_in_lower_case_and_names_stay() {
    assertThat(bot.call("sendInvoice", "{}").description())
        .isEqualTo("Bad Request: parameter \"title\" is required");
    assertThat(
            bot.call("refundStarPayment", PaymentScenes.refund(bot.user("Ann", 0), "stxNone"))
                .description())
        .isEqualTo("Bad Request: CHARGE_NOT_FOUND");
    assertThat(bot.call("setWebhook", "{\"url\":\"http://shop.example\"}").description())
        .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
  }
}
