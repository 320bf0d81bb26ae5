package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items 16 to 22: the ten seconds, and what follows from them. */
class CheckoutFidelityTest {
  private static final String TOO_OLD =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";

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
  void item_16_the_query_has_an_int64_as_text_and_comes_from_whoever_pays() {
    long bob = stage.bot.user("Bob", 100);
    for (long payer : new long[] {stage.ann, bob}) {
      var payment = stage.bot.pays(payer, stage.bot.link("ord_1", 50));
      var query = stage.bot.next("pre_checkout_query");
      assertThat(query.path("id").isString()).isTrue();
      assertThat(Long.toString(Long.parseLong(query.path("id").asString())))
          .isEqualTo(query.path("id").asString());
      assertThat(query.at("/from/id").asLong()).isEqualTo(payer);
      assertThat(query.propertyNames())
          .containsExactlyInAnyOrder("id", "from", "currency", "total_amount", "invoice_payload");
      stage.agree(query.path("id").asString());
      payment.join();
      stage.bot.next("message");
    }
  }

  @Test
  void item_17_approval_in_time_charges_and_tells_the_bot() {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
    stage.agree(asked());
    var end = payment.join().json();
    assertThat(end.path("status").asString()).isEqualTo("paid");
    var paid = stage.bot.next("message").path("successful_payment");
    assertThat(paid.path("telegram_payment_charge_id")).isEqualTo(end.path("charge_id"));
    assertThat(paid.path("total_amount").asInt()).isEqualTo(50);
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(950);
  }

  @Test
  void item_17_a_refusal_charges_nothing_and_tells_the_bot_nothing() {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
    stage.bot.ok("answerPreCheckoutQuery", Stage.no(asked(), "Sold out"));
    var end = payment.join().json();
    assertThat(end.path("code").asString()).isEqualTo("BOT_PRECHECKOUT_FAILED");
    assertThat(end.path("error").asString()).isEqualTo("Sold out");
    nothingHappened();
  }

  @Test
  void item_17_silence_charges_nothing_and_a_late_answer_is_too_old() {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
    var query = asked();
    stage.sandbox.clock().advance(Duration.ofSeconds(10));
    assertThat(payment.join().json().path("code").asString()).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
    tooOld(query);
    nothingHappened();
  }

  @Test
  void item_18_a_second_answer_is_too_old() {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
    var query = asked();
    stage.agree(query);
    payment.join();
    tooOld(query);
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(950);
  }

  @Test
  void item_19_forgetting_ok_is_a_missing_error_message() {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
    var query = asked();
    var answer =
        stage.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + query + "\"}");
    assertThat(answer.description())
        .isEqualTo("Bad Request: parameter \"error_message\" is required");
    stage.agree(query);
    assertThat(payment.join().json().path("status").asString()).isEqualTo("paid");
  }

  @Test
  void item_20_a_poor_buyer_is_refused_before_the_bot_is_asked_by_default() {
    var end = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 1001)).join().json();
    assertThat(end.path("code").asString()).isEqualTo("BALANCE_TOO_LOW");
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
  }

  @Test
  void item_20_or_after_it_agreed_when_the_knob_says_so() {
    PaymentScenes.turn(stage, "{\"balance_check\":\"after_pre_checkout\"}");
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 1001));
    stage.agree(asked());
    assertThat(payment.join().json().path("code").asString()).isEqualTo("BALANCE_TOO_LOW");
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(1000);
  }

  @Test
  void item_21_charges_look_like_telegrams_and_are_told_in_the_private_chat() {
    var charges = new HashSet<String>();
    for (int i = 1; i <= 3; i++) {
      var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_" + i, 5));
      stage.agree(asked());
      payment.join();
      var message = stage.bot.next("message");
      var paid = message.path("successful_payment");
      var charge = paid.path("telegram_payment_charge_id").asString();
      assertThat(charge).matches("stx[A-Za-z0-9_-]{127,}");
      charges.add(charge);
      assertThat(paid.path("provider_payment_charge_id").asString()).isEqualTo(stage.ann + "_" + i);
      assertThat(message.at("/chat/type").asString()).isEqualTo("private");
      assertThat(message.at("/chat/id").asLong()).isEqualTo(stage.ann);
      assertThat(message.at("/from/id").asLong()).isEqualTo(stage.ann);
      assertThat(message.has("reply_to_message")).isFalse();
    }
    assertThat(charges).hasSize(3);
  }

  @Test
  void item_22_unread_queries_last_150_seconds_and_messages_a_day() {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 5));
    assertThat(stage.bot.updates(0)).hasSize(1);
    stage.bot.says(stage.ann, "hi");
    stage.sandbox.clock().advance(Duration.ofSeconds(149));
    payment.join();
    assertThat(stage.bot.ok("getUpdates", "{}")).hasSize(2);
    stage.sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(stage.bot.ok("getUpdates", "{}")).hasSize(1);
    stage.sandbox.clock().advance(Duration.ofHours(24));
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
  }

  private String asked() {
    return stage.bot.next("pre_checkout_query").path("id").asString();
  }

  private void tooOld(String query) {
    assertThat(stage.bot.call("answerPreCheckoutQuery", Stage.yes(query)).description())
        .isEqualTo(TOO_OLD);
  }

  private void nothingHappened() {
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(1000);
    assertThat(stage.bot.ok("getMyStarBalance", "{}").path("amount").asInt()).isZero();
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(stage.bot.ok("getStarTransactions", "{}").path("transactions")).isEmpty();
  }
}
