package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Refunds, the statement and the balance. */
class RefundTest extends SandboxTest {
  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
  }

  @Test
  void a_refund_returns_the_whole_charge_once_and_is_told() {
    var charge = sale("ord_1", 40);
    bot.ok("refundStarPayment", of(ann, charge));
    assertThat(bot.stars(ann)).isEqualTo(100);
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isZero();
    var message = bot.next("message");
    assertThat(message.path("from").path("id").asLong()).isEqualTo(Client.BOT);
    assertThat(message.path("chat").path("id").asLong()).isEqualTo(ann);
    var refund = message.path("refunded_payment");
    assertThat(refund.path("telegram_payment_charge_id").asString()).isEqualTo(charge);
    assertThat(refund.path("total_amount").asLong()).isEqualTo(40);
    assertThat(refund.path("invoice_payload").asString()).isEqualTo("ord_1");
    assertThat(bot.call("refundStarPayment", of(ann, charge)).description())
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
  }

  @Test
  void a_refund_needs_both_identifiers_of_one_payment() {
    var charge = sale("ord_1", 40);
    long bob = bot.user("Bob", 0);
    assertThat(bot.call("refundStarPayment", of(bob, charge)).description())
        .isEqualTo("Bad Request: CHARGE_NOT_FOUND");
    assertThat(bot.call("refundStarPayment", of(ann, "stxNone")).description())
        .isEqualTo("Bad Request: CHARGE_NOT_FOUND");
    var other = new Client(sandbox.url(), "77:other");
    assertThat(other.call("refundStarPayment", of(ann, charge)).description())
        .isEqualTo("Bad Request: CHARGE_NOT_FOUND");
    assertThat(bot.call("refundStarPayment", "{}").description())
        .isEqualTo("Bad Request: invalid user_id specified");
    assertThat(bot.call("refundStarPayment", "{\"user_id\":" + ann + "}").description())
        .isEqualTo("Bad Request: parameter \"telegram_payment_charge_id\" is required");
  }

  @Test
  void the_statement_is_oldest_first_and_read_in_pages() {
    var first = sale("ord_1", 10);
    var second = sale("ord_2", 20);
    bot.ok("refundStarPayment", of(ann, first));
    var all = lines("");
    assertThat(all).hasSize(3);
    assertThat(all.path(0).path("id").asString()).isEqualTo(first);
    assertThat(all.path(0).path("amount").asLong()).isEqualTo(10);
    var source = all.path(0).path("source");
    assertThat(source.path("type").asString()).isEqualTo("user");
    assertThat(source.path("transaction_type").asString()).isEqualTo("invoice_payment");
    assertThat(source.path("user").path("id").asLong()).isEqualTo(ann);
    assertThat(source.path("invoice_payload").asString()).isEqualTo("ord_1");
    assertThat(all.path(1).path("id").asString()).isEqualTo(second);
    assertThat(all.path(2).path("id").asString()).isEqualTo(first);
    assertThat(all.path(2).has("source")).isFalse();
    assertThat(all.path(2).path("receiver").path("user").path("id").asLong()).isEqualTo(ann);
    assertThat(lines("\"offset\":1,\"limit\":1").path(0)).isEqualTo(all.path(1));
    assertThat(lines("\"offset\":-5,\"limit\":0")).hasSize(1);
    assertThat(lines("\"offset\":3,\"limit\":1000")).isEmpty();
  }

  private JsonNode lines(String parameters) {
    return bot.ok("getStarTransactions", "{" + parameters + "}").path("transactions");
  }

  private String sale(String payload, long stars) {
    var end = bot.pays(ann, bot.link(payload, stars));
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}");
    var paid = bot.next("message");
    assertThat(paid.has("successful_payment")).isTrue();
    return end.join().json().path("charge_id").asString();
  }

  private static String of(long user, String charge) {
    return "{\"user_id\":" + user + ",\"telegram_payment_charge_id\":\"" + charge + "\"}";
  }
}
