package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.port.Reply;
import dev.startill.settings.Settings;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final int AT_ONCE = 256;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final InMemoryStore store = new InMemoryStore(clock, Settings.defaults(), new Random(1));
  private final RecordingTelegram telegram = new RecordingTelegram();
  private final ArrayDeque<Runnable> beside = new ArrayDeque<>();
  private final Startill startill =
      Startill.over(store, telegram)
          .selling(Catalog.of())
          .settings(Settings.defaults().asSoleOwner())
          .clock(clock)
          .random(new Random(2))
          .answering(beside::add)
          .build();

  @Test
  void an_update_does_not_wait_for_the_way_of_its_answer() {
    assertThat(startill.handle(checkout(1))).isTrue();
    assertThat(answers()).isZero();

    beside.remove().run();

    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void whoever_answers_himself_is_told_what_to_say() {
    assertThat(startill.receive(checkout(1)).answer())
        .contains(new Answer.Decline(new CheckoutId("1"), Answer.Reason.UNKNOWN_ORDER));
    assertThat(beside).isEmpty();
    assertThat(answers()).isZero();
  }

  @Test
  void where_too_many_are_under_way_an_update_waits_for_its_own() {
    for (var number = 0; number < AT_ONCE; number++) {
      startill.handle(checkout(number));
    }
    startill.handle(checkout(AT_ONCE));
    assertThat(beside).hasSize(AT_ONCE);
    assertThat(answers()).isEqualTo(1);

    beside.remove().run();
    startill.handle(checkout(AT_ONCE + 1));

    assertThat(beside).hasSize(AT_ONCE);
  }

  @Test
  void one_that_was_refused_makes_room_as_well() {
    for (var number = 0; number < 3 * AT_ONCE; number++) {
      telegram.replying(new Reply.Refused(400, "Bad Request: query is too old"));
      startill.handle(checkout(number));
      assertThat(beside).as("it is not said at once").hasSize(1);
      beside.remove().run();
    }
  }

  private long answers() {
    return telegram.said(Said.Answered.class).size();
  }

  private static Update checkout(int number) {
    var id = new CheckoutId(Integer.toString(number));
    return new Update.Checkout(id, new BuyerId(777), "nobody's", "XTR", 50);
  }
}
