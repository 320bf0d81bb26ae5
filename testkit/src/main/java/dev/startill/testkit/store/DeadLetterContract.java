package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.ids;
import static dev.startill.testkit.Fixtures.to;
import static dev.startill.testkit.store.Bench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Books.DeadLetter;
import dev.startill.port.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A message that is given up stays, can be revived, and holds up nobody; what is past is pruned.
 */
interface DeadLetterContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void a_message_that_is_given_up_is_a_dead_letter() {
    var order = bench().paidWithGoods();
    var written = bench().now();
    bench().advance(Duration.ofSeconds(5));
    var due = bench().claimOne();

    bury(due, false);

    assertThat(bench().books().deadLetters(9))
        .containsExactly(
            new DeadLetter(due.id(), due.message(), 1, "out of chairs", written, bench().now()));
    assertThat(dead(due.id())).containsExactly(due.message());
    assertThat(bench().books().waitingMessages()).isZero();
    assertThat(handover(order)).isEqualTo(Handover.NONE);
    bench().advance(Duration.ofDays(9));
    assertThat(bench().claim(9)).isEmpty();
    assertThat(bench().<Boolean>in(work -> work.holds(due))).isFalse();
  }

  @Test
  default void dead_letters_are_listed_oldest_first() {
    bench().paidWithGoods();
    bench().advance(Duration.ofSeconds(1));
    bench().paidWithGoods();
    var due = bench().claim(9);
    bury(due.getLast(), false);
    bench().advance(Duration.ofSeconds(1));
    bury(due.getFirst(), false);

    assertThat(bench().books().deadLetters(9))
        .extracting(DeadLetter::id)
        .containsExactly(due.getLast().id(), due.getFirst().id());
    assertThat(bench().books().deadLetters(1)).hasSize(1);
  }

  @Test
  default void an_attempt_that_was_overtaken_gives_up_nothing() {
    bench().paidWithGoods();
    var old = bench().claimOne();
    bench().advance(LEASE);
    var current = bench().claimOne();

    bury(old, false);

    assertThat(bench().books().deadLetters(9)).isEmpty();
    assertThat(bench().<Boolean>in(work -> work.holds(current))).isTrue();
  }

  @Test
  default void a_dead_letter_holds_back_nothing_of_its_order() {
    var order = bench().paidWithGoods();
    var revoke = new Message.Revoke(order.id(), order.charge().buyer());
    bench().send(order, revoke);

    bury(bench().claimOne(), false);

    assertThat(bench().claimOne().message()).isEqualTo(revoke);
  }

  @Test
  default void a_revived_letter_is_due_as_if_it_had_just_been_written() {
    bench().paidWithGoods();
    var due = bench().claimOne();
    bury(due, false);
    var revived = bench().advance(Duration.ofDays(3));

    assertThat(revive(due.id())).isTrue();
    assertThat(revive(due.id())).isFalse();

    assertThat(dead(due.id())).isEmpty();
    assertThat(bench().books().deadLetters(9)).isEmpty();
    assertThat(bench().claimOne()).isEqualTo(new Due(due.id(), due.message(), 1, revived, false));
  }

  @Test
  default void only_dead_letters_are_revived() {
    bench().paidWithGoods();
    var due = bench().claimOne();
    assertThat(revive(due.id())).isFalse();
    assertThat(revive(new MessageId(ids().next("msg")))).isFalse();
    bench().run(work -> work.settle(due));

    assertThat(revive(due.id())).isFalse();

    bench().advance(LEASE);
    assertThat(bench().claim(9)).isEmpty();
  }

  @Test
  default void a_letter_that_perhaps_arrived_stays_uncertain_in_death_and_after() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();

    bury(due, true);
    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    revive(due.id());

    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
    assertThat(bench().claimOne().uncertain()).isTrue();
  }

  @Test
  default void an_earlier_try_that_perhaps_arrived_makes_the_next_uncertain() {
    bench().paidWithGoods();
    var first = bench().claimOne();
    assertThat(first.uncertain()).isFalse();
    bench().run(work -> work.postpone(first, bench().now(), "429", false));
    var second = bench().claimOne();
    assertThat(second.uncertain()).isFalse();
    bench().run(work -> work.postpone(second, bench().now(), "timeout", true));

    assertThat(bench().claimOne().uncertain()).isTrue();
  }

  @Test
  default void a_lease_that_ended_unheard_makes_the_next_uncertain() {
    bench().paidWithGoods();
    bench().claimOne();
    bench().advance(LEASE);

    assertThat(bench().claimOne().uncertain()).isTrue();
  }

  @Test
  default void a_cleared_lease_makes_the_next_uncertain() {
    bench().paidWithGoods();
    bench().claimOne();
    bench().run(work -> work.clearLeases());

    assertThat(bench().claimOne().uncertain()).isTrue();
  }

  @Test
  default void a_dead_hand_over_is_withdrawn_with_the_order() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();
    bury(due, false);

    bench().commit(to(order).withdrawing().done());

    assertThat(bench().books().deadLetters(9)).isEmpty();
    assertThat(revive(due.id())).isFalse();
  }

  @Test
  default void a_dead_letter_that_arrived_after_all_is_settled() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();
    bury(due, true);

    bench()
        .run(
            work -> {
              work.lock(order.id());
              work.commit(
                  new PaymentEvent.GoodsHandedOver(order.id(), bench().now()),
                  to(order).done(),
                  Optional.of(due.id()));
            });

    assertThat(bench().books().deadLetters(9)).isEmpty();
  }

  @Test
  default void what_was_settled_or_withdrawn_long_ago_is_pruned() {
    bench().paidWithGoods();
    var settled = bench().claimOne();
    bench().run(work -> work.settle(settled));
    var withdrawn = bench().paidWithGoods();
    bench().commit(to(withdrawn).withdrawing().done());
    var past = bench().now();
    assertThat(prune(past, 9)).isZero();

    assertThat(prune(past.plusMillis(1), 1)).isEqualTo(1);
    assertThat(prune(past.plusMillis(1), 9)).isEqualTo(1);

    assertThat(prune(past.plusMillis(1), 9)).isZero();
  }

  @Test
  default void what_waits_or_is_parked_or_dead_is_never_pruned() {
    bench().paidWithGoods();
    bench().paidWithGoods();
    bench().paidWithGoods();
    var due = bench().claim(2);
    bench().run(work -> work.park(due.getFirst(), "blocked"));
    bury(due.getLast(), false);

    assertThat(prune(bench().advance(Duration.ofDays(999)), 9)).isZero();

    assertThat(bench().books().waitingMessages()).isEqualTo(2);
    assertThat(bench().books().deadLetters(9)).hasSize(1);
  }

  @Test
  default void that_a_buyer_perhaps_saw_the_goods_is_never_forgotten() {
    var order = bench().paidWithGoods();
    var due = bench().claimOne();
    bench().run(work -> work.postpone(due, bench().now(), "timeout", true));
    bench().commit(to(order).withdrawing().done());

    assertThat(prune(bench().advance(Duration.ofDays(999)), 9)).isZero();

    assertThat(handover(order)).isEqualTo(Handover.BEGUN);
  }

  @Test
  default void messages_leave_as_written_after_older_ones_were_pruned() {
    var order = bench().paidWithGoods();
    var goods = bench().claimOne();
    bench().run(work -> work.settle(goods));
    assertThat(prune(bench().advance(Duration.ofDays(40)), 9)).isEqualTo(1);
    var first = new Message.Revoke(order.id(), ANNA);
    var second = new Message.HandOver(order.id(), ANNA);
    bench().send(order, first);
    bench().send(order, second);

    var due = bench().claimOne();
    assertThat(due.message()).isEqualTo(first);
    bench().run(work -> work.settle(due));
    assertThat(bench().claimOne().message()).isEqualTo(second);
  }

  @Test
  default void a_message_comes_after_what_is_left_when_the_newest_was_pruned() {
    var order = anOrder().paid();
    bench()
        .commit(
            to(order)
                .sending(new Message.HandOver(order.id(), ANNA))
                .sending(new Message.SendInvoice(order.id(), ANNA))
                .done());
    bury(bench().claimOne(), false);
    var invoice = bench().claimOne();
    bench().run(work -> work.settle(invoice));
    assertThat(prune(bench().advance(Duration.ofDays(40)), 9)).isEqualTo(1);

    bench().send(order, new Message.Revoke(order.id(), ANNA));

    assertThat(bench().claimOne().message()).isInstanceOf(Message.Revoke.class);
    assertThat(bench().books().deadLetters(9)).hasSize(1);
  }

  private void bury(Due due, boolean uncertain) {
    bench().run(work -> work.bury(due, "out of chairs", uncertain));
  }

  private boolean revive(MessageId id) {
    return bench().<Boolean>in(work -> work.revive(id));
  }

  private List<Message> dead(MessageId id) {
    return bench().in(work -> work.dead(id).stream().toList());
  }

  private int prune(Instant before, int limit) {
    return bench().<Integer>in(work -> work.prune(before, limit));
  }

  private Handover handover(Order order) {
    return bench().in(work -> work.handover(order.id()));
  }
}
