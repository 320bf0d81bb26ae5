package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.BORIS;
import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.ids;
import static dev.startill.testkit.Fixtures.to;
import static dev.startill.testkit.store.Bench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages wait, are leased, come again, and leave once they are confirmed. */
interface OutboxContract {
  /** The store under test. */
  Bench bench();

  /** Each kind of message about a paid order. */
  static Stream<Function<Order.Paid, Message>> messages() {
    return Stream.of(
        order -> new Message.SendInvoice(order.id(), ANNA),
        order -> new Message.HandOver(order.id(), ANNA),
        order -> new Message.Revoke(order.id(), ANNA),
        order ->
            new Message.Refund(order.charge().id(), ANNA, ids().refund(), Optional.of(order.id())),
        order -> new Message.Refund(order.charge().id(), ANNA, ids().refund(), Optional.empty()),
        order -> new Message.TellHeld(order.charge().id(), ANNA));
  }

  @ParameterizedTest
  @MethodSource("messages")
  default void a_message_is_claimed_as_it_was_written(Function<Order.Paid, Message> kind) {
    var order = anOrder().paid();
    var message = kind.apply(order);
    bench().send(order, message);
    var since = bench().now();
    bench().advance(Duration.ofSeconds(1));

    var due = bench().claimOne();

    assertThat(due).isEqualTo(new Due(due.id(), message, 1, since, false));
  }

  @Test
  default void the_longest_due_leaves_first_and_no_more_than_asked() {
    var first = bench().paidWithGoods();
    bench().advance(Duration.ofMillis(1));
    var second = bench().paidWithGoods();
    bench().advance(Duration.ofMillis(1));
    var third = bench().paidWithGoods();

    assertThat(orders(bench().claim(2))).containsExactly(first, second);
    assertThat(orders(bench().claim(2))).containsExactly(third);
    assertThat(bench().claim(2)).isEmpty();
  }

  @Test
  default void messages_of_one_order_leave_one_at_a_time_as_written() {
    var order = anOrder().paid();
    var goods = new Message.HandOver(order.id(), ANNA);
    var revoke = new Message.Revoke(order.id(), ANNA);
    bench().commit(to(order).sending(goods).sending(revoke).done());
    bench().send(order, goods);

    for (var message : List.of(goods, revoke, goods)) {
      var due = bench().claimOne();
      assertThat(due.message()).isEqualTo(message);
      assertThat(bench().claim(9)).isEmpty();
      bench().run(work -> work.settle(due));
    }
    assertThat(bench().claim(9)).isEmpty();
  }

  @Test
  default void a_postponed_and_a_parked_message_hold_back_those_behind_them() {
    var order = bench().paidWithGoods();
    bench().send(order, new Message.Revoke(order.id(), order.charge().buyer()));
    var due = bench().claimOne();
    var later = bench().now().plusSeconds(60);

    bench().run(work -> work.postpone(due, later, "busy", false));
    assertThat(bench().claim(9)).isEmpty();
    bench().advance(Duration.ofSeconds(60));
    var again = bench().claimOne();
    assertThat(again.id()).isEqualTo(due.id());
    bench().run(work -> work.park(again, "blocked"));

    bench().advance(Duration.ofDays(9));
    assertThat(bench().claim(9)).isEmpty();
    assertThat(nextDue()).isEmpty();
  }

  @Test
  default void messages_of_no_order_hold_back_nothing() {
    var strays =
        List.of(
            aCharge().strayFrom(ids().order(), StrayCharge.Why.OWNERLESS),
            aCharge().strayFrom(ids().order(), StrayCharge.Why.OWNERLESS));
    strays.forEach(
        s -> bench().commit(to(s).sending(new Message.TellHeld(s.charge().id(), ANNA)).done()));

    assertThat(bench().claim(9)).hasSize(2);
  }

  @Test
  default void a_lease_ends_by_the_clock() {
    bench().paidWithGoods();
    var first = bench().claimOne();
    bench().advance(LEASE.minusMillis(1));
    assertThat(bench().claim(9)).isEmpty();

    bench().advance(Duration.ofMillis(1));

    var second = bench().claimOne();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  default void an_invoice_holds_back_nothing() {
    var order = bench().paidWithGoods();
    var goods = bench().claimOne();
    bench().run(work -> work.settle(goods));
    bench().send(order, new Message.SendInvoice(order.id(), order.charge().buyer()));
    var invoice = bench().claimOne();
    bench().run(work -> work.postpone(invoice, bench().now().plusSeconds(600), "busy", false));
    bench().send(order, new Message.HandOver(order.id(), order.charge().buyer()));

    assertThat(bench().claimOne().message()).isInstanceOf(Message.HandOver.class);
  }

  @Test
  default void an_attempt_holds_its_message_until_somebody_claims_anew() {
    bench().paidWithGoods();
    var old = bench().claimOne();
    assertThat(bench().<Boolean>in(work -> work.holds(old))).isTrue();
    bench().advance(LEASE);
    var current = bench().claimOne();

    assertThat(bench().<Boolean>in(work -> work.holds(old))).isFalse();
    assertThat(bench().<Boolean>in(work -> work.holds(current))).isTrue();
    bench().run(work -> work.settle(current));
    assertThat(bench().<Boolean>in(work -> work.holds(current))).isFalse();
  }

  @Test
  default void the_outcome_of_an_older_attempt_changes_nothing() {
    bench().paidWithGoods();
    var old = bench().claimOne();
    bench().advance(LEASE);
    var current = bench().claimOne();

    bench().run(work -> work.settle(old));
    bench().run(work -> work.park(old, "blocked"));
    bench().run(work -> work.postpone(old, bench().now(), "busy", false));

    assertThat(bench().claim(9)).isEmpty();
    assertThat(bench().books().waitingMessages()).isEqualTo(1);
    bench().run(work -> work.settle(current));
    assertThat(bench().books().waitingMessages()).isZero();
  }

  @Test
  default void an_outcome_counts_once() {
    bench().paidWithGoods();
    var due = bench().claimOne();
    bench().run(work -> work.postpone(due, bench().now().plusSeconds(9), "busy", false));

    bench().run(work -> work.settle(due));

    assertThat(bench().books().waitingMessages()).isEqualTo(1);
  }

  @Test
  default void the_next_due_is_told_leases_aside() {
    assertThat(nextDue()).isEmpty();
    bench().paidWithGoods();
    var written = bench().now();
    assertThat(nextDue()).containsExactly(written);
    var due = bench().claimOne();
    assertThat(nextDue()).isEmpty();

    bench().run(work -> work.postpone(due, written.plusSeconds(8), "busy", false));

    assertThat(nextDue()).containsExactly(written.plusSeconds(8));
  }

  @Test
  default void a_lease_that_ended_is_due_since_then() {
    bench().paidWithGoods();
    var end = bench().now().plus(LEASE);
    bench().claimOne();

    bench().advance(LEASE.plusSeconds(5));

    assertThat(nextDue()).containsExactly(end);
  }

  @Test
  default void parked_messages_of_a_buyer_are_released_together() {
    var orders = List.of(anOrder().paid(), anOrder().paid(), anOrder().forBuyer(BORIS).paid());
    for (var order : orders) {
      bench().send(order, new Message.HandOver(order.id(), order.charge().buyer()));
    }
    assertThat(bench().<Integer>in(work -> work.release(ANNA))).isZero();
    bench().claim(9).forEach(due -> bench().run(work -> work.park(due, "blocked")));
    assertThat(bench().books().waitingMessages()).isEqualTo(3);

    assertThat(bench().<Integer>in(work -> work.release(ANNA))).isEqualTo(2);
    assertThat(bench().<Integer>in(work -> work.release(ANNA))).isZero();

    assertThat(orders(bench().claim(9))).containsExactlyInAnyOrder(orders.get(0), orders.get(1));
  }

  @Test
  default void cleared_leases_are_due_at_once_and_count_as_begun() {
    var order = bench().paidWithGoods();
    var first = bench().claimOne();

    bench().run(work -> work.clearLeases());

    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    var second = bench().claimOne();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  default void clearing_leases_leaves_what_waits_as_it_is() {
    var order = bench().paidWithGoods();

    bench().run(work -> work.clearLeases());

    assertThat(handover(order)).isEqualTo(Handover.WAITING);
  }

  private List<Order> orders(List<Due> due) {
    return due.stream()
        .map(d -> bench().find(d.message().order().orElseThrow()).orElseThrow())
        .toList();
  }

  private Handover handover(Order order) {
    return bench().in(work -> work.handover(order.id()));
  }

  private List<Instant> nextDue() {
    return bench().in(work -> work.nextDue().stream().toList());
  }
}
