package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Items 28 to 32: what is paid every month. */
class SubscriptionFidelityTest {
  private static final long MONTH = 2_592_000;

  private Stage stage;
  private String link;

  @BeforeEach
  void start() {
    stage = new Stage(Sandbox.builder());
    link = Subscribing.link(stage, "sub_1", 100);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void item_28_the_first_payment_and_a_renewal_say_what_they_are() {
    var first = paid();
    assertThat(first.path("is_first_recurring").asBoolean()).isTrue();
    long until = first.path("subscription_expiration_date").asLong();
    assertThat(until - now()).isBetween(MONTH - 60, MONTH);
    stage.sandbox.clock().advance(Duration.ofDays(30));
    var renewal = stage.bot.next("message").path("successful_payment");
    assertThat(renewal.path("is_recurring").asBoolean()).isTrue();
    assertThat(renewal.has("is_first_recurring")).isFalse();
    assertThat(renewal.path("invoice_payload")).isEqualTo(first.path("invoice_payload"));
    assertThat(charge(renewal)).isNotEqualTo(charge(first));
    assertThat(renewal.path("subscription_expiration_date").asLong()).isEqualTo(until + MONTH);
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(800);
  }

  @Test
  void item_29_a_change_is_told_with_user_payload_and_state_alone() {
    paid();
    change("cancel");
    told("canceled");
    change("restore");
    told("active");
    spendAll();
    stage.sandbox.clock().advance(Duration.ofDays(30));
    told("failed");
  }

  @Test
  void item_29_before_bot_api_10_2_nothing_was_told() {
    PaymentScenes.turn(stage, "{\"subscription_updates\":false}");
    paid();
    change("cancel");
    change("restore");
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
  }

  @Test
  void item_30_the_bot_cancels_by_the_first_charge_and_only_it_lets_the_buyer_come_back() {
    var first = charge(paid());
    stage.sandbox.clock().advance(Duration.ofDays(30));
    var second = charge(stage.bot.next("message").path("successful_payment"));
    assertThat(edit(second, true).description()).isEqualTo("Bad Request: CHARGE_ID_INVALID");
    assertThat(edit("stxNone", true).description()).isEqualTo("Bad Request: CHARGE_ID_INVALID");
    assertThat(edit(first, true).status()).isEqualTo(200);
    assertThat(change("restore").status()).isEqualTo(400);
    assertThat(edit(first, false).status()).isEqualTo(200);
    assertThat(change("restore").status()).isEqualTo(200);
    told("active");
    assertThat(edit(first, true).status()).isEqualTo(200);
    stage.sandbox.clock().advance(Duration.ofDays(61));
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(800);
  }

  @Test
  void item_31_one_link_may_be_subscribed_to_twice() {
    var first = charge(paid());
    var second = charge(paid());
    assertThat(second).isNotEqualTo(first);
    stage.sandbox.clock().advance(Duration.ofDays(30));
    for (int i = 0; i < 2; i++) {
      var renewal = stage.bot.next("message").path("successful_payment");
      assertThat(renewal.path("invoice_payload").asString()).isEqualTo("sub_1");
    }
    assertThat(edit(first, true).status()).isEqualTo(200);
    stage.sandbox.clock().advance(Duration.ofDays(30));
    assertThat(stage.bot.next("message").has("successful_payment")).isTrue();
    assertThat(stage.bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(stage.bot.stars(stage.ann)).isEqualTo(500);
  }

  @Test
  void item_32_the_clock_leads_to_renewal_failure_and_end() {
    paid();
    assertThat(state()).isEqualTo("active");
    stage.sandbox.clock().advance(Duration.ofDays(30));
    assertThat(stage.bot.next("message").has("successful_payment")).isTrue();
    spendAll();
    stage.sandbox.clock().advance(Duration.ofDays(30));
    told("failed");
    assertThat(state()).isEqualTo("failed");
    stage.sandbox.clock().advance(Duration.ofDays(2));
    assertThat(state()).isEqualTo("expired");
  }

  private JsonNode paid() {
    return Subscribing.paid(stage, link);
  }

  private void spendAll() {
    long left = stage.bot.stars(stage.ann);
    stage.bought(stage.bot.pays(stage.ann, stage.bot.link("ord_1", left)));
  }

  private void told(String state) {
    var update = stage.bot.next("subscription");
    assertThat(update.propertyNames())
        .containsExactlyInAnyOrder("user", "invoice_payload", "state");
    assertThat(update.at("/user/id").asLong()).isEqualTo(stage.ann);
    assertThat(update.path("invoice_payload").asString()).isEqualTo("sub_1");
    assertThat(update.path("state").asString()).isEqualTo(state);
  }

  private Client.Answer change(String what) {
    return stage.bot.post(mine() + "/" + subscription().path("id").asLong() + "/" + what, "{}");
  }

  private String state() {
    return subscription().path("state").asString();
  }

  private JsonNode subscription() {
    return stage.bot.get(mine()).json().path(0);
  }

  private String mine() {
    return "/sandbox/users/" + stage.ann + "/subscriptions";
  }

  private Client.Answer edit(String charge, boolean canceled) {
    return stage.bot.call(
        "editUserStarSubscription", Subscribing.edit(stage.ann, charge, canceled));
  }

  private long now() {
    return stage.bot.get("/sandbox/clock").json().path("unix").asLong();
  }

  private static String charge(JsonNode payment) {
    return payment.path("telegram_payment_charge_id").asString();
  }
}
