package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Items 23 to 27: Stars that go back, and the books. */
class RefundFidelityTest {
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
  void item_23_a_refund_returns_a_charge_once_and_leaves_its_traces() {
    var charge = sale(50);
    assertThat(refund(4712, charge).description()).isEqualTo("Bad Request: USER_ID_INVALID");
    assertThat(refund(stage.ann, "stxWrong").description())
        .isEqualTo("Bad Request: CHARGE_NOT_FOUND");
    assertThat(refund(stage.bot.user("Bob", 0), charge).description())
        .isEqualTo("Bad Request: CHARGE_NOT_FOUND");
    assertThat(refund(stage.ann, charge).result().asBoolean()).isTrue();
    assertThat(refund(stage.ann, charge).description())
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
    var message = stage.bot.next("message");
    assertThat(message.at("/from/id").asLong()).isEqualTo(Client.BOT);
    assertThat(message.at("/chat/id").asLong()).isEqualTo(stage.ann);
    assertThat(message.at("/refunded_payment/telegram_payment_charge_id").asString())
        .isEqualTo(charge);
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    var lines = lines("{}");
    assertThat(lines).hasSize(2);
    assertThat(lines.path(1).path("id").asString()).isEqualTo(charge);
    assertThat(lines.at("/1/receiver/user/id").asLong()).isEqualTo(stage.ann);
    assertThat(lines.at("/1/receiver/transaction_type").asString()).isEqualTo("invoice_payment");
    assertThat(balance()).isZero();
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(1000);
  }

  @Test
  void item_24_a_recurring_charge_may_be_refunded_in_silence_as_in_january_2025() {
    var link = Subscribing.link(stage, "sub_1", 50);
    var charge = Subscribing.paid(stage, link).path("telegram_payment_charge_id").asString();
    stage.bot.post("/sandbox/faults", "{\"preset\":\"refund-bug-2025\",\"times\":1}");
    assertThat(refund(stage.ann, charge).description())
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(1000);
    assertThat(lines("{}").at("/1/receiver/user/id").asLong()).isEqualTo(stage.ann);
  }

  @Test
  void item_24_a_refund_may_happen_and_its_answer_be_lost() {
    var charge = sale(50);
    stage.bot.post(
        "/sandbox/faults",
        "{\"method\":\"refundStarPayment\",\"when\":\"after_effect\",\"action\":\"drop\","
            + "\"times\":1}");
    assertThatThrownBy(() -> refund(stage.ann, charge)).isInstanceOf(UncheckedIOException.class);
    assertThat(stage.bot.next("message").has("refunded_payment")).isTrue();
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(1000);
    assertThat(refund(stage.ann, charge).description())
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
  }

  @Test
  void item_25_a_refund_has_no_time_limit() {
    var charge = sale(50);
    stage.sandbox.clock().advance(Duration.ofDays(1000));
    assertThat(refund(stage.ann, charge).status()).isEqualTo(200);
  }

  @Test
  void item_26_the_statement_is_oldest_first_positive_and_one_sided() {
    var first = sale(10);
    var second = sale(20);
    refund(stage.ann, first);
    var lines = lines("{}");
    assertThat(lines.valueStream().map(line -> line.path("id").asString()))
        .containsExactly(first, second, first);
    for (var line : lines) {
      assertThat(line.path("amount").asInt()).isPositive();
      assertThat(line.has("source")).isNotEqualTo(line.has("receiver"));
    }
    assertThat(lines("{\"offset\":1}").path(0)).isEqualTo(lines.path(1));
    assertThat(lines("{\"offset\":3}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "0, -1, 1", "-5, 2, 2", "0, 1000, 100", "100, 100, 5"})
  void item_26_offset_skips_and_limit_is_clamped(int offset, int limit, int size) {
    var link = stage.bot.link("ord_1", 1);
    for (int i = 0; i < 105; i++) {
      stage.bought(stage.bot.pays(stage.ann, link));
    }
    assertThat(lines("{\"offset\":%d,\"limit\":%d}".formatted(offset, limit))).hasSize(size);
    assertThat(lines("{}")).hasSize(100);
  }

  @Test
  void item_27_the_balance_is_what_came_less_what_went_and_may_fall_below_zero() {
    var kept = sale(70);
    refund(stage.ann, sale(30));
    stage.bot.next("message");
    assertThat(balance()).isEqualTo(70);
    var gift = "{\"user_id\":%d,\"gift_id\":\"5170144170496491616\"}".formatted(stage.ann);
    stage.bot.ok("sendGift", gift);
    assertThat(balance()).isEqualTo(20);
    stage.bot.post("/sandbox/chargebacks", "{\"charge_id\":\"" + kept + "\"}");
    assertThat(balance()).isEqualTo(-50);
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    long sum = 0;
    for (var line : lines("{}")) {
      sum += line.has("source") ? line.path("amount").asLong() : -line.path("amount").asLong();
    }
    assertThat(sum).isEqualTo(-50);
  }

  private String sale(long stars) {
    return stage.sale("ord_" + stars, stars).path("charge_id").asString();
  }

  private Client.Answer refund(long user, String charge) {
    return stage.bot.call("refundStarPayment", PaymentScenes.refund(user, charge));
  }

  private JsonNode lines(String parameters) {
    return stage.bot.ok("getStarTransactions", parameters).path("transactions");
  }

  private long balance() {
    return stage.bot.ok("getMyStarBalance", "{}").path("amount").asLong();
  }
}
