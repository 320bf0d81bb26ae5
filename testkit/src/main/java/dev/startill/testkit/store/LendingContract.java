package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.ids;
import static dev.startill.testkit.Fixtures.to;
import static dev.startill.testkit.store.Bench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.Transition;
import dev.startill.port.Due;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message that nothing can hold back may be leased as it is written. */
interface LendingContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void the_goods_of_an_order_that_is_paid_now_are_lent() {
    var order = anOrder().paid();
    var goods = new Message.HandOver(order.id(), ANNA);

    var due = lent(to(order).sending(goods).done(), LEASE).orElseThrow();

    assertThat(due).isEqualTo(new Due(due.id(), goods, 1, bench().now(), false));
    assertThat(bench().claim(9)).isEmpty();
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    assertThat(bench().<Boolean>in(work -> work.holds(due))).isTrue();
    bench().run(work -> work.settle(due));
    assertThat(handover(order)).isEqualTo(Handover.NONE);
  }

  @Test
  default void an_invoice_is_lent_and_sent_again_it_is_lent_again() {
    var order = anOrder().open();
    var invoice = new Message.SendInvoice(order.id(), ANNA);
    assertThat(lent(to(order).sending(invoice).done(), LEASE)).isPresent();

    assertThat(lent(order, to(order).sending(invoice).done())).isPresent();
  }

  @Test
  default void what_was_lent_comes_back_when_the_lease_ends_as_perhaps_seen() {
    var order = anOrder().paid();
    var goods = new Message.HandOver(order.id(), ANNA);
    var due = lent(to(order).sending(goods).done(), LEASE).orElseThrow();

    bench().advance(LEASE);

    assertThat(bench().claimOne()).isEqualTo(new Due(due.id(), goods, 2, due.since(), true));
    assertThat(bench().<Boolean>in(work -> work.holds(due))).isFalse();
  }

  @Test
  default void a_start_takes_back_what_was_lent() {
    var order = anOrder().paid();
    lent(to(order).sending(new Message.HandOver(order.id(), ANNA)).done(), LEASE);

    bench().run(work -> work.clearLeases());

    assertThat(bench().claimOne().uncertain()).isTrue();
  }

  @Test
  default void nothing_is_lent_of_an_order_that_was_paid_before() {
    var order = bench().paidWithGoods();

    assertThat(lent(order, to(order).sending(new Message.HandOver(order.id(), ANNA)).done()))
        .isEmpty();
    assertThat(bench().claim(9)).hasSize(1);
  }

  @Test
  default void a_refund_is_never_lent() {
    var order = anOrder().paid();
    var refund =
        new Message.Refund(order.charge().id(), ANNA, ids().refund(), Optional.of(order.id()));

    assertThat(lent(to(order).sending(refund).done(), LEASE)).isEmpty();
    assertThat(bench().claimOne().message()).isEqualTo(refund);
  }

  @Test
  default void one_message_of_a_decision_is_lent_and_the_others_wait() {
    var order = anOrder().paid();
    var goods = new Message.HandOver(order.id(), ANNA);
    var held = new Message.TellHeld(order.charge().id(), ANNA);

    var due = lent(to(order).sending(held).sending(goods).done(), LEASE).orElseThrow();

    assertThat(due.message()).isEqualTo(goods);
    assertThat(bench().claimOne().message()).isEqualTo(held);
  }

  @Test
  default void a_lease_of_no_time_is_none() {
    var order = anOrder().paid();
    var goods = new Message.HandOver(order.id(), ANNA);

    assertThat(lent(to(order).sending(goods).done(), Duration.ZERO)).isEmpty();
    assertThat(bench().claimOne().attempt()).isEqualTo(1);
  }

  private Optional<Due> lent(Transition transition, Duration lease) {
    return bench()
        .in(work -> work.commit(bench().requested(), transition, Optional.empty(), lease));
  }

  private Optional<Due> lent(Order known, Transition transition) {
    return bench()
        .in(
            work -> {
              work.lock(known.id());
              return work.commit(bench().requested(), transition, Optional.empty(), LEASE);
            });
  }

  private Handover handover(Order order) {
    return bench().in(work -> work.handover(order.id()));
  }
}
