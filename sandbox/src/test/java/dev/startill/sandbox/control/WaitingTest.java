package dev.startill.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Outcome;
import org.junit.jupiter.api.Test;

/** Who waits for the end of a payment, and who does not. */
class WaitingTest {
  private static final Outcome PAID = new Outcome.Paid("stx1");

  private final Waiting waiting = new Waiting();

  @Test
  void a_payment_that_nobody_waits_for_leaves_nothing_behind() {
    moved(1, new Outcome.Pending());
    moved(1, PAID);
    assertThat(waiting.payments()).isZero();
  }

  @Test
  void who_began_a_payment_hears_its_end() {
    var begun = waiting.begin(() -> 1);
    moved(1, new Outcome.Pending());
    moved(2, new Outcome.Failed("BALANCE_TOO_LOW", ""));
    assertThat(begun.end()).isNotDone();
    moved(1, PAID);
    assertThat(begun.end()).isCompletedWithValue(PAID);
    waiting.forget(begun);
    assertThat(waiting.payments()).isZero();
  }

  @Test
  void a_payment_may_end_before_its_number_is_known() {
    var begun =
        waiting.begin(
            () -> {
              moved(7, new Outcome.Pending());
              moved(7, PAID);
              return 7;
            });
    assertThat(begun.end()).isCompletedWithValue(PAID);
  }

  @Test
  void another_payment_of_the_same_number_is_waited_for_on() {
    var former = waiting.begin(() -> 1);
    waiting.forgotten();
    var begun = waiting.begin(() -> 1);
    waiting.forget(former);
    moved(1, PAID);
    assertThat(begun.end()).isCompletedWithValue(PAID);
  }

  private void moved(long payment, Outcome outcome) {
    waiting.happened(new Happening.PaymentMoved(payment, 5, 42, outcome));
  }
}
