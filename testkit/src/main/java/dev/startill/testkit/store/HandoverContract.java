package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static dev.startill.testkit.store.Bench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far the goods got is known, and what has not begun can be withdrawn. */
interface HandoverContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void a_hand_over_waits_until_it_is_begun() {
    var order = anOrder().paid();
    bench().have(order);
    assertThat(handover(order)).isEqualTo(Handover.NONE);
    bench().send(order, new Message.HandOver(order.id(), ANNA));
    assertThat(handover(order)).isEqualTo(Handover.WAITING);

    var due = bench().claimOne();
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    bench().run(work -> work.settle(due));

    assertThat(handover(order)).isEqualTo(Handover.NONE);
  }

  @Test
  default void a_hand_over_that_certainly_failed_waits_again() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();

    bench().run(work -> work.postpone(due, bench().now(), "429", false));

    assertThat(handover(order)).isEqualTo(Handover.WAITING);
  }

  @Test
  default void a_hand_over_that_perhaps_arrived_stays_begun() {
    var order = bench().paidWithGoods();
    var unclear = bench().claimOne();
    bench().run(work -> work.postpone(unclear, bench().now(), "timeout", true));
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    var clear = bench().claimOne();

    bench().run(work -> work.postpone(clear, bench().now(), "429", false));

    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
  }

  @Test
  default void a_hand_over_whose_lease_ended_unheard_stays_begun() {
    var order = bench().paidWithGoods();
    bench().claimOne();
    bench().advance(LEASE);
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    var second = bench().claimOne();

    bench().run(work -> work.postpone(second, bench().now(), "429", false));

    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
  }

  @Test
  default void a_parked_hand_over_still_waits() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();

    bench().run(work -> work.park(due, "blocked"));

    assertThat(handover(order)).isEqualTo(Handover.WAITING);
  }

  @Test
  default void withdrawing_takes_out_a_hand_over_that_has_not_begun() {
    var order = bench().paidWithGoods();

    bench().commit(to(order).withdrawing().done());

    assertThat(handover(order)).isEqualTo(Handover.NONE);
    assertThat(bench().claim(9)).isEmpty();
    assertThat(bench().books().waitingMessages()).isZero();
  }

  @Test
  default void withdrawing_leaves_a_hand_over_that_is_under_way() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();

    bench().commit(to(order).withdrawing().done());

    assertThat(bench().<Boolean>in(work -> work.holds(due))).isTrue();
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
  }

  @Test
  default void a_withdrawn_hand_over_that_perhaps_arrived_stays_begun() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();
    bench().run(work -> work.postpone(due, bench().now(), "timeout", true));

    bench().commit(to(order).withdrawing().done());

    assertThat(bench().claim(9)).isEmpty();
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
  }

  @Test
  default void withdrawing_leaves_other_messages_and_other_orders() {
    var order = anOrder().paid();
    bench().send(order, new Message.Revoke(order.id(), ANNA));
    bench().paidWithGoods();

    bench().commit(to(order).withdrawing().done());

    assertThat(bench().claim(9)).hasSize(2);
  }

  @Test
  default void an_event_settles_the_message_that_it_is_the_outcome_of() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();

    bench()
        .run(
            work -> {
              work.lock(order.id());
              work.commit(
                  new PaymentEvent.GoodsHandedOver(order.id(), bench().now()),
                  to(order).done(),
                  Optional.of(due.id()));
            });

    assertThat(bench().books().waitingMessages()).isZero();
    bench().advance(LEASE);
    assertThat(bench().claim(9)).isEmpty();
  }

  private Handover handover(Order order) {
    return bench().in(work -> work.handover(order.id()));
  }
}
