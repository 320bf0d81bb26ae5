package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Chargebacks, withdrawals and the bug of January 2025, on the wire. */
class TreasuryTest extends SandboxTest {
  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 10_000);
  }

  @Test
  void a_chargeback_takes_the_stars_from_the_bot_and_tells_it_nothing() {
    var charge = sale(500, 0);
    var back = bot.post("/sandbox/chargebacks", "{\"charge_id\":\"" + charge + "\"}");
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.json().path("bot_stars").asLong()).isZero();
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isZero();
    assertThat(bot.stars(ann)).isEqualTo(9_500);
    var lines = bot.ok("getStarTransactions", "{}").path("transactions");
    assertThat(lines).hasSize(2);
    assertThat(lines.at("/1/id").asString()).isEqualTo(charge);
    assertThat(lines.at("/1/receiver/user/id").asLong()).isEqualTo(ann);
    assertThat(bot.call("refundStarPayment", of(ann, charge)).description())
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
    assertThat(bot.post("/sandbox/chargebacks", "{\"charge_id\":\"" + charge + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void a_balance_may_fall_below_zero_by_a_chargeback() {
    var charge = sale(1_000, 0);
    assertThat(withdraw(1_000).status()).isEqualTo(200);
    bot.post(
        "/sandbox/chargebacks",
        "{\"bot\":%d,\"user\":%d,\"charge_id\":\"%s\"}".formatted(Client.BOT, ann, charge));
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(-1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"charge_id\":5}",
        "{\"charge_id\":\"stxNone\"}",
        "{\"charge_id\":\"CHARGE\",\"user\":5}",
        "{\"charge_id\":\"CHARGE\",\"user\":\"x\"}",
        "{\"charge_id\":\"CHARGE\",\"bot\":77}",
        "[]",
        "nonsense"
      })
  void a_chargeback_of_nothing_is_refused(String body) {
    var charge = sale(10, 0);
    var answer = bot.post("/sandbox/chargebacks", body.replace("CHARGE", charge));
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(10);
  }

  @Test
  void a_withdrawal_is_pending_and_succeeds_when_its_time_comes() {
    sale(1_500, 0);
    var begun = withdraw(1_000).json();
    assertThat(begun.path("state").asString()).isEqualTo("pending");
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(500);
    assertThat(fragment().path("withdrawal_state").toString()).isEqualTo("{\"type\":\"pending\"}");
    sandbox.clock().advance(Duration.ofMinutes(15));
    var state = fragment().path("withdrawal_state");
    assertThat(state.propertyNames()).containsExactly("type", "date", "url");
    assertThat(state.path("type").asString()).isEqualTo("succeeded");
    assertThat(state.path("url").asString()).startsWith("https://");
    assertThat(bot.get("/sandbox/withdrawals").json().at("/0/state").asString())
        .isEqualTo("succeeded");
    assertThat(end(1, "failed").status()).isEqualTo(400);
  }

  @Test
  void a_withdrawal_that_fails_brings_the_stars_back_on_a_line_without_a_state() {
    sale(1_000, 0);
    withdraw(1_000);
    assertThat(end(1, "failed").json().path("state").asString()).isEqualTo("failed");
    var lines = bot.ok("getStarTransactions", "{}").path("transactions");
    assertThat(lines.at("/1/receiver").toString())
        .isEqualTo("{\"type\":\"fragment\",\"withdrawal_state\":{\"type\":\"failed\"}}");
    assertThat(lines.at("/2/source").toString()).isEqualTo("{\"type\":\"fragment\"}");
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(1_000);
    sandbox.clock().advance(Duration.ofDays(1));
    assertThat(bot.get("/sandbox/withdrawals/1").json().path("state").asString())
        .isEqualTo("failed");
  }

  @Test
  void a_withdrawal_has_a_minimum_and_needs_the_stars() {
    sale(1_000, 0);
    assertThat(withdraw(999).status()).isEqualTo(400);
    assertThat(withdraw(-5).status()).isEqualTo(400);
    assertThat(withdraw(Long.MAX_VALUE).status()).isEqualTo(400);
    assertThat(withdraw(1_001).json().path("error").asString())
        .isEqualTo("Bad Request: BALANCE_TOO_LOW");
    assertThat(end(1, "failed").status()).isEqualTo(404);
    assertThat(withdraw(1_000).status()).isEqualTo(200);
    assertThat(end(1, "lost").status()).isEqualTo(400);
    assertThat(bot.post("/sandbox/withdrawals/1", "{}").status()).isEqualTo(400);
    assertThat(bot.get("/sandbox/withdrawals/1/2").status()).isEqualTo(404);
    assertThat(bot.get("/sandbox/withdrawals/x").status()).isEqualTo(404);
    bot.post("/sandbox/knobs", "{\"withdrawal_minimum\":0}");
    assertThat(withdraw(0).status()).isEqualTo(400);
  }

  @Test
  void the_bug_of_january_2025_refunds_a_subscription_and_denies_it() {
    preset("{\"preset\":\"refund-bug-2025\",\"times\":1}");
    var once = sale(10, 0);
    bot.ok("refundStarPayment", of(ann, once));
    assertThat(bot.next("message").has("refunded_payment")).isTrue();
    var first = sale(10, 2_592_000);
    long before = bot.stars(ann);
    assertThat(bot.call("refundStarPayment", of(ann, first)).description())
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(bot.stars(ann)).isEqualTo(before + 10);
    var lines = bot.ok("getStarTransactions", "{}").path("transactions");
    assertThat(lines.path(lines.size() - 1).path("id").asString()).isEqualTo(first);
    assertThat(lines.path(lines.size() - 1).has("receiver")).isTrue();
    var second = sale(10, 2_592_000);
    bot.ok("refundStarPayment", of(ann, second));
    assertThat(bot.next("message").has("refunded_payment")).isTrue();
  }

  @Test
  void the_bug_strikes_in_so_many_of_a_hundred_and_is_cleared_with_the_other_faults() {
    preset("{\"preset\":\"refund-bug-2025\",\"percent\":0}");
    bot.ok("refundStarPayment", of(ann, sale(10, 2_592_000)));
    preset("{\"preset\":\"refund-bug-2025\"}");
    assertThat(bot.delete("/sandbox/faults").status()).isEqualTo(200);
    bot.ok("refundStarPayment", of(ann, sale(10, 2_592_000)));
    assertThat(bot.post("/sandbox/faults", "{\"preset\":\"none\"}").status()).isEqualTo(400);
    assertThat(bot.post("/sandbox/faults", "{\"preset\":5}").status()).isEqualTo(400);
  }

  private void preset(String body) {
    assertThat(bot.post("/sandbox/faults", body).status()).isEqualTo(200);
  }

  private Client.Answer withdraw(long stars) {
    return bot.post(
        "/sandbox/withdrawals", "{\"bot\":%d,\"stars\":%d}".formatted(Client.BOT, stars));
  }

  private Client.Answer end(long id, String state) {
    return bot.post("/sandbox/withdrawals/" + id, "{\"state\":\"" + state + "\"}");
  }

  private JsonNode fragment() {
    return bot.ok("getStarTransactions", "{}").at("/transactions/1/receiver");
  }

  private String sale(long stars, long period) {
    var link =
        bot.ok(
            "createInvoiceLink",
            """
            {"title":"Guide","description":"A guide","payload":"p","currency":"XTR",
             "subscription_period":%d,"prices":[{"label":"Guide","amount":%d}]}"""
                .formatted(period, stars));
    var end = bot.pays(ann, link.asString());
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}");
    var charge = end.join().json().path("charge_id").asString();
    assertThat(bot.next("message").has("successful_payment")).isTrue();
    return charge;
  }

  private static String of(long user, String charge) {
    return "{\"user_id\":" + user + ",\"telegram_payment_charge_id\":\"" + charge + "\"}";
  }
}
