package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an invoice to moved Stars, and all the ways in which they do not move. */
class PaymentTest {
  private Sandbox sandbox;
  private Client bot;
  private long ann;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    bot = new Client(sandbox);
    bot.ok("getMe", "{}");
    ann = bot.user("Ann", 100);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void an_approved_payment_moves_the_stars_and_tells_the_bot() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var asked = bot.next("pre_checkout_query");
    assertThat(asked.path("from").path("id").asLong()).isEqualTo(ann);
    assertThat(asked.path("total_amount").asLong()).isEqualTo(50);
    assertThat(asked.path("currency").asString()).isEqualTo("XTR");
    assertThat(asked.path("invoice_payload").asString()).isEqualTo("ord_1");
    bot.ok("answerPreCheckoutQuery", yes(asked.path("id").asString()));

    var answer = end.join().json();
    assertThat(answer.path("status").asString()).isEqualTo("paid");
    var message = bot.next("message");
    var payment = message.path("successful_payment");
    var charge = payment.path("telegram_payment_charge_id").asString();
    assertThat(charge)
        .matches("stx[A-Za-z0-9_-]{128}")
        .isEqualTo(answer.path("charge_id").asString());
    assertThat(payment.path("provider_payment_charge_id").asString()).isEqualTo(ann + "_1");
    assertThat(payment.path("invoice_payload").asString()).isEqualTo("ord_1");
    assertThat(message.path("from").path("id").asLong()).isEqualTo(ann);
    assertThat(bot.stars(ann)).isEqualTo(50);
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(50);
  }

  @Test
  void a_declined_payment_moves_nothing_and_shows_the_bots_words() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok(
        "answerPreCheckoutQuery",
        "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":false,\"error_message\":\"Sold out\"}");
    assertThat(end.join().json().toString())
        .isEqualTo(
            "{\"status\":\"failed\",\"error\":\"Sold out\",\"code\":\"BOT_PRECHECKOUT_FAILED\"}");
    assertThat(bot.stars(ann)).isEqualTo(100);
  }

  @Test
  void after_ten_seconds_of_silence_the_payment_fails_and_the_answer_is_too_late() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    sandbox.clock().advance(Duration.ofSeconds(10));
    assertThat(end.join().json().path("error").asString()).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
    var late = bot.call("answerPreCheckoutQuery", yes(id));
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.description())
        .isEqualTo(
            "Bad Request: query is too old and response timeout expired or query ID is invalid");
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(bot.stars(ann)).isEqualTo(100);
  }

  @Test
  void a_link_is_paid_by_many_and_each_charge_is_new() {
    var link = bot.link("ord_1", 5);
    var charges = new HashSet<String>();
    for (int i = 0; i < 5; i++) {
      var end = bot.pays(i % 2 == 0 ? ann : bot.user("Bob", 10), link);
      bot.ok("answerPreCheckoutQuery", yes(bot.next("pre_checkout_query").path("id").asString()));
      charges.add(end.join().json().path("charge_id").asString());
      var paid = bot.next("message");
      assertThat(paid.has("successful_payment")).isTrue();
    }
    assertThat(charges).hasSize(5);
  }

  private static String yes(String id) {
    return "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}";
  }
}
