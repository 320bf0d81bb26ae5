package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.aLine;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Telegram's statement is kept line by line, and how far it was read. */
interface StatementContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void reading_begins_at_the_first_line() {
    assertThat(cursor()).isEqualTo(Cursor.START);
    assertThat(bench().books().cursor()).isEqualTo(Cursor.START);
    assertThat(lineAt(0)).isEmpty();
  }

  @Test
  default void lines_are_kept_at_their_places_and_the_cursor_moves_on() {
    var first = aLine().came(50);
    var second = aLine().went(20);
    var next = Cursor.START.after(2).readTo(bench().now());

    keep(0, List.of(first, second), next);

    assertThat(lineAt(0)).containsExactly(first);
    assertThat(lineAt(1)).containsExactly(second);
    assertThat(lineAt(2)).isEmpty();
    assertThat(cursor()).isEqualTo(next);
    assertThat(bench().books().cursor()).isEqualTo(next);
  }

  @Test
  default void a_cursor_goes_back_and_keeps_what_it_knows() {
    var known = Cursor.START.after(1).readTo(bench().now());
    keep(0, List.of(aLine().came(50)), known);

    keep(0, List.of(), known.again());

    assertThat(cursor()).isEqualTo(new Cursor(0, Optional.of(bench().now())));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  default void a_line_of_each_purpose_is_kept_whole(Purpose purpose) {
    var full =
        new StatementLine(
            "id/ü" + purpose,
            Way.WENT,
            bench().now(),
            1_234_567_890_123L,
            purpose,
            Optional.of(ANNA),
            Optional.of("a payload of somebody else's"),
            -17,
            Withdrawal.SUCCEEDED,
            "unknown partner");
    var bare =
        new StatementLine(
            "unreadable:1",
            Way.CAME,
            bench().now(),
            0,
            purpose,
            Optional.empty(),
            Optional.empty(),
            0,
            Withdrawal.NONE,
            "");

    keep(0, List.of(full, bare), Cursor.START.after(2));

    assertThat(lineAt(0)).containsExactly(full);
    assertThat(lineAt(1)).containsExactly(bare);
  }

  @Test
  default void a_refund_has_the_id_of_its_charge_and_is_a_line_of_its_own() {
    var charge = aLine().withId("stx").came(50);
    var refund = aLine().withId("stx").went(50);

    keep(0, List.of(charge, refund), Cursor.START.after(2));

    assertThat(lineAt(0)).containsExactly(charge);
    assertThat(lineAt(1)).containsExactly(refund);
  }

  @Test
  default void a_line_that_is_known_changes_only_its_place_and_its_withdrawal() {
    var line = aLine().withId("w").withdrawing(Withdrawal.PENDING).went(1000);
    keep(0, List.of(line), Cursor.START.after(1));

    keep(
        1,
        List.of(aLine().withId("w").withdrawing(Withdrawal.SUCCEEDED).went(7)),
        Cursor.START.after(2));

    assertThat(lineAt(0)).isEmpty();
    assertThat(lineAt(1))
        .containsExactly(aLine().withId("w").withdrawing(Withdrawal.SUCCEEDED).went(1000));
  }

  @Test
  default void read_anew_a_place_has_the_line_that_stands_there_now() {
    var gone = aLine().came(1);
    var moved = aLine().came(2);
    var last = aLine().came(3);
    keep(0, List.of(gone, moved, last), Cursor.START.after(3));

    keep(0, List.of(moved, last), Cursor.START.after(2));

    assertThat(lineAt(0)).containsExactly(moved);
    assertThat(lineAt(1)).containsExactly(last);
  }

  @Test
  default void two_lines_may_change_places() {
    var one = aLine().came(1);
    var other = aLine().came(2);
    keep(0, List.of(one, other), Cursor.START.after(2));

    keep(0, List.of(other, one), Cursor.START.after(2));

    assertThat(lineAt(0)).containsExactly(other);
    assertThat(lineAt(1)).containsExactly(one);
  }

  @Test
  default void pending_withdrawals_are_listed_oldest_first() {
    var pending = aLine().withdrawing(Withdrawal.PENDING);
    keep(
        0,
        List.of(
            aLine().came(1),
            pending.went(10),
            aLine().withdrawing(Withdrawal.FAILED).went(11),
            aLine().withdrawing(Withdrawal.PENDING).went(12)),
        Cursor.START.after(4));
    assertThat(pendingWithdrawals(9)).containsExactly(1L, 3L);
    assertThat(pendingWithdrawals(1)).containsExactly(1L);

    var done = pending.withdrawing(Withdrawal.SUCCEEDED).went(10);
    keep(1, List.of(done), Cursor.START.after(4));

    assertThat(pendingWithdrawals(9)).containsExactly(3L);
    assertThat(lineAt(1)).containsExactly(done);
  }

  @Test
  default void a_pending_withdrawal_beyond_the_cursor_has_no_place_to_be_looked_up() {
    keep(0, List.of(aLine().withdrawing(Withdrawal.PENDING).went(1)), Cursor.START.after(1));

    keep(0, List.of(), Cursor.START);

    assertThat(pendingWithdrawals(9)).isEmpty();
  }

  @Test
  default void a_unit_that_throws_keeps_no_line() {
    var boom = new IllegalStateException("boom");

    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work -> {
                          work.keep(0, List.of(aLine().came(50)), Cursor.START.after(1));
                          throw boom;
                        }))
        .isSameAs(boom);

    assertThat(lineAt(0)).isEmpty();
    assertThat(cursor()).isEqualTo(Cursor.START);
  }

  @Test
  default void a_charge_that_no_line_tells_of_is_missed_after_a_while() {
    var order = anOrder().paid();
    bench().have(order);
    var later = bench().advance(Duration.ofSeconds(1));
    var other = anOrder().costing(7).paid();
    bench().have(other);
    assertThat(unstatedNanostars()).isEqualTo(57_000_000_000L);

    keep(0, List.of(lineOf(other)), Cursor.START.after(1));

    assertThat(bench().<List<ChargeId>>in(work -> work.unstated(later, 9)))
        .containsExactly(order.charge().id());
    assertThat(bench().<List<ChargeId>>in(work -> work.unstated(later.minusSeconds(1), 9)))
        .isEmpty();
    assertThat(bench().<List<ChargeId>>in(work -> work.unstated(later, 0))).isEmpty();
    assertThat(unstatedNanostars()).isEqualTo(50_000_000_000L);
  }

  @Test
  default void a_charge_whose_line_was_kept_before_it_came_is_stated() {
    var order = anOrder().paid();
    keep(0, List.of(lineOf(order)), Cursor.START.after(1));

    bench().have(order);

    var later = bench().advance(Duration.ofSeconds(1));
    assertThat(bench().<List<ChargeId>>in(work -> work.unstated(later, 9))).isEmpty();
    assertThat(unstatedNanostars()).isZero();
  }

  @Test
  default void the_line_of_a_refund_does_not_tell_of_the_charge() {
    var order = anOrder().paid();
    bench().have(order);

    keep(0, List.of(aLine().withId(order.charge().id().value()).went(50)), Cursor.START.after(1));

    var later = bench().advance(Duration.ofSeconds(1));
    assertThat(bench().<List<ChargeId>>in(work -> work.unstated(later, 9)))
        .containsExactly(order.charge().id());
  }

  @Test
  default void what_is_booked_with_its_line_in_one_unit_is_stated() {
    var order = anOrder().paid();

    bench()
        .run(
            work -> {
              bench().commit(work, to(order).done());
              work.keep(0, List.of(lineOf(order)), Cursor.START.after(1));
            });

    assertThat(unstatedNanostars()).isZero();
  }

  private static StatementLine lineOf(Order.Paid order) {
    return aLine().withId(order.charge().id().value()).came(order.charge().amount().count());
  }

  private Cursor cursor() {
    return bench().in(work -> work.cursor());
  }

  private void keep(long from, List<StatementLine> lines, Cursor next) {
    bench().run(work -> work.keep(from, lines, next));
  }

  private List<StatementLine> lineAt(long place) {
    return bench().in(work -> work.lineAt(place).stream().toList());
  }

  private List<Long> pendingWithdrawals(int limit) {
    return bench().in(work -> work.pendingWithdrawals(limit));
  }

  private long unstatedNanostars() {
    return bench().<Long>in(work -> work.unstatedNanostars());
  }
}
