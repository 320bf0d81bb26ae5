package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.ChargeId;
import dev.startill.port.Reply;
import dev.startill.testkit.ScriptedBotApi.Behaviour;
import dev.startill.testkit.TelegramContract.Wiring;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sending a charge back: nothing may be taken for done, or for not done, that is not sure. */
abstract class TelegramRefunds extends TelegramScene {
  static final ChargeId CHARGE = new ChargeId("stx" + "A1b2C3d4".repeat(16));

  @Test
  void a_refund_names_buyer_and_charge_and_nothing_else() {
    assertThat(telegram().refund(ANN, CHARGE)).isInstanceOf(Reply.Done.class);
    assertThat(api.only("refundStarPayment").parameters())
        .containsOnlyKeys("user_id", "telegram_payment_charge_id")
        .containsEntry("user_id", "777000111")
        .containsEntry("telegram_payment_charge_id", CHARGE.value());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("dev.startill.testkit.TelegramOutcomes#table")
  void of_a_refund(Behaviour behaviour, Class<? extends Reply> expected) {
    api.onAll(behaviour);
    assertThat(telegram().refund(ANN, CHARGE)).isInstanceOf(expected);
  }

  @Test
  void a_charge_that_was_sent_back_before_is_a_refusal_that_says_so() {
    api.onAll(ScriptedBotApi.error(400, "Bad Request: CHARGE_ALREADY_REFUNDED"));
    assertThat(telegram().refund(ANN, CHARGE))
        .isEqualTo(new Reply.Refused(400, "Bad Request: CHARGE_ALREADY_REFUNDED"));
  }

  @Test
  void silence_after_a_refund_is_unknown() {
    api.onAll(api.silence());
    assertThat(impatient().refund(ANN, CHARGE)).isInstanceOf(Reply.Unknown.class);
  }

  @Test
  void a_refund_that_nobody_heard_is_unsent() {
    var gone = api.uri();
    api.close();
    var telegram = telegram(new Wiring(gone, TOKEN, Duration.ofSeconds(5), 0, 0));
    assertThat(telegram.refund(ANN, CHARGE)).isInstanceOf(Reply.Unsent.class);
  }

  @Test
  void refunds_keep_no_distance_of_chats() {
    var telegram = telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(5), 30, 1));
    assertThat(telegram.sendText(ANN, "hello")).isInstanceOf(Reply.Done.class);
    var begun = System.nanoTime();
    for (var i = 0; i < 5; i++) {
      assertThat(telegram.refund(ANN, CHARGE)).isInstanceOf(Reply.Done.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void refunds_are_paused_when_telegram_asks_for_patience() {
    api.onAll(ScriptedBotApi.firstThen(ScriptedBotApi.tooMany(60), OK));
    var telegram = telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(5), 30, 1));
    assertThat(telegram.refund(ANN, CHARGE)).isEqualTo(new Reply.Later(MINUTE));
    assertThat(telegram.refund(BOB, CHARGE)).isInstanceOf(Reply.Later.class);
    assertThat(api.calls("refundStarPayment")).hasSize(1);
    assertThat(telegram.sendText(BOB, "hello")).isInstanceOf(Reply.Done.class);
  }
}
