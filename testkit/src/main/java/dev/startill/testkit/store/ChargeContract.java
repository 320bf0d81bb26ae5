package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.anOrderId;
import static dev.startill.testkit.Fixtures.ids;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge.Why;
import dev.startill.payment.Transition;
import dev.startill.port.Books.HistoryLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Charges stand where they stand, and those that need looking after are found. */
interface ChargeContract {
  /** The store under test. */
  Bench bench();

  /** Each standing that a charge may have. */
  static Stream<Standing> standings() {
    return Stream.of(
        new Standing.Kept(),
        new Standing.Returning(ids().refund()),
        new Standing.Unknown(ids().refund()),
        new Standing.Returned(),
        new Standing.TakenBack(),
        new Standing.Missing());
  }

  @ParameterizedTest
  @MethodSource("standings")
  default void a_charge_keeps_its_standing_whoever_its_home_is(Standing standing) {
    var order = anOrder().paid();
    var stray = aCharge().strayFrom(anOrderId(), Why.OWNERLESS);
    bench().have(order, stray);

    bench().have(order.standing(standing), stray.standing(standing));

    assertThat(bench().find(order.id())).contains(order.standing(standing));
    assertThat(chargeOf(order.charge().id())).containsExactly(order.standing(standing));
    assertThat(chargeOf(stray.charge().id())).containsExactly(stray.standing(standing));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  default void a_stray_charge_keeps_why_it_is_one(Why why) {
    var stray = aCharge().strayFrom(anOrderId(), why);

    bench().have(stray);

    assertThat(chargeOf(stray.charge().id())).containsExactly(stray);
  }

  @Test
  default void a_stray_charge_is_accepted_by_decision() {
    var stray = aCharge().strayFrom(anOrderId(), Why.MISMATCHED);
    bench().have(stray);

    bench().have(stray.accepted());

    assertThat(chargeOf(stray.charge().id())).containsExactly(stray.accepted());
    assertThat(bench().books().strays(9).getFirst().stray()).isEqualTo(stray.accepted());
  }

  @Test
  default void a_charge_that_nobody_knows_has_no_home() {
    assertThat(chargeOf(new ChargeId("x"))).isEmpty();
    assertThat(bench().books().historyOf(new ChargeId("x"))).isEmpty();
  }

  @Test
  default void a_stray_charge_has_a_history() {
    var stray = aCharge().strayFrom(anOrderId(), Why.OWNERLESS);
    bench().have(stray);
    var event =
        new PaymentEvent.RefundRequested(
            stray.charge().id(), ids().refund(), "wrong shop", bench().now());
    bench()
        .run(
            work -> {
              work.lock(stray.charge().id());
              work.commit(event, to(stray).saying("wrong shop").done(), Optional.empty());
            });

    assertThat(bench().books().historyOf(stray.charge().id()))
        .contains(new HistoryLine(bench().now(), "RefundRequested", "KEPT", "wrong shop"));
  }

  @Test
  default void only_kept_charges_are_missed_and_each_once() {
    var kept = anOrder().paid();
    var stray = aCharge().strayFrom(anOrderId(), Why.OWNERLESS);
    bench().have(kept, stray, anOrder().paid().standing(new Standing.Returned()));
    var later = bench().advance(Duration.ofMinutes(11));
    assertThat(unstated(later)).containsExactlyInAnyOrder(kept.charge().id(), stray.charge().id());

    bench().commit(to(kept).opening(CaseReason.NOT_ON_STATEMENT).done());
    assertThat(unstated(later)).containsExactly(stray.charge().id());
    bench().commit(to(kept).closing(CaseReason.NOT_ON_STATEMENT).done());
    bench().commit(to(stray).opening(CaseReason.OWNERLESS_CHARGE).done());

    assertThat(unstated(later)).containsExactly(stray.charge().id());
  }

  @Test
  default void what_is_missed_is_missed_oldest_first() {
    var first = anOrder().paid();
    bench().have(first);
    bench().advance(Duration.ofSeconds(1));
    var second = anOrder().paid();
    bench().have(second);
    var later = bench().advance(Duration.ofSeconds(1));

    assertThat(unstated(later)).containsExactly(first.charge().id(), second.charge().id());
    assertThat(bench().<List<ChargeId>>in(work -> work.unstated(later, 1)))
        .containsExactly(first.charge().id());
  }

  @Test
  default void nanostars_that_went_back_or_never_came_are_not_awaited_on_the_statement() {
    bench()
        .have(
            anOrder().costing(1).paid(),
            anOrder().costing(2).paid().standing(new Standing.Returning(ids().refund())),
            anOrder().costing(4).paid().standing(new Standing.Unknown(ids().refund())),
            anOrder().costing(8).paid().standing(new Standing.Returned()),
            anOrder().costing(16).paid().standing(new Standing.TakenBack()),
            anOrder().costing(32).paid().standing(new Standing.Missing()));

    assertThat(bench().<Long>in(work -> work.unstatedNanostars())).isEqualTo(7_000_000_000L);
  }

  @Test
  default void a_refund_is_unknown_since_its_answer_was_lost() {
    var order = anOrder().paid();
    bench().have(order);
    bench().advance(Duration.ofHours(1));
    var lost = bench().now();
    bench().commit(losing(order));

    assertThat(unknown(lost)).isEmpty();
    assertThat(unknown(lost.plusMillis(1))).containsExactly(order.charge().id());
  }

  @Test
  default void an_unknown_refund_that_is_asked_for_again_and_lost_again_begins_anew() {
    var order = anOrder().paid();
    bench().have(order);
    bench().commit(losing(order));
    bench().advance(Duration.ofMinutes(10));
    bench().have(order.standing(new Standing.Returning(ids().refund())));
    assertThat(unknown(bench().now())).isEmpty();
    bench().commit(losing(order));
    bench().advance(Duration.ofMinutes(9));

    assertThat(unknown(bench().now().minus(Duration.ofMinutes(9)))).isEmpty();
    assertThat(unknown(bench().now())).containsExactly(order.charge().id());
  }

  @Test
  default void charges_without_an_order_are_counted_since_a_time() {
    var since = bench().now();
    assertThat(ownerless(since)).isZero();
    bench().have(aCharge().strayFrom(anOrderId(), Why.OWNERLESS));
    bench().advance(Duration.ofMinutes(30));
    bench()
        .have(
            aCharge().strayFrom(anOrderId(), Why.OWNERLESS),
            aCharge().strayFrom(anOrderId(), Why.SECOND),
            anOrder().paid());

    assertThat(ownerless(since)).isEqualTo(2);
    assertThat(ownerless(since.plusMillis(1))).isEqualTo(1);
    assertThat(ownerless(bench().now())).isEqualTo(1);
    assertThat(ownerless(bench().now().plusMillis(1))).isZero();
  }

  private Transition losing(Order.Paid order) {
    return to(order.standing(new Standing.Unknown(ids().refund()))).done();
  }

  private List<Home> chargeOf(ChargeId charge) {
    return bench().books().charge(charge).stream().toList();
  }

  private List<ChargeId> unstated(Instant before) {
    return bench().in(work -> work.unstated(before, 9));
  }

  private List<ChargeId> unknown(Instant before) {
    return bench().in(work -> work.unknownRefunds(before, 9));
  }

  private int ownerless(Instant since) {
    return bench().<Integer>in(work -> work.ownerless(since));
  }
}
