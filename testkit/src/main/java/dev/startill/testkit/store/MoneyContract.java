package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.BORIS;
import static dev.startill.testkit.Fixtures.NOON;
import static dev.startill.testkit.Fixtures.aLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.startill.ledger.Account;
import dev.startill.party.BotId;
import dev.startill.payment.ChargeId;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Withdrawal;
import dev.startill.report.Export;
import dev.startill.report.ExportRow;
import dev.startill.report.Heading;
import dev.startill.report.MoneyLine;
import dev.startill.report.MoneyReport;
import dev.startill.report.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the books tell their owner. */
interface MoneyContract {
  /** Of a Star. */
  long NANOS = 1_000_000_000L;

  /** When fixtures happen. */
  LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

  /** The store under test. */
  Bench bench();

  @Test
  default void empty_books_report_nothing() {
    var report = report(TODAY, TODAY, ZoneOffset.UTC);

    assertThat(report.lines()).isEmpty();
    assertThat(report.others()).isEmpty();
    assertThat(report.total()).isZero();
    assertThat(report.withdrawable()).isZero();
    assertThat(report.freeing()).isEmpty();
  }

  @Test
  default void sales_are_counted_by_day_and_product() {
    var trade = new Trade(bench());
    trade.sell(Trade.GUIDE, ANNA);
    trade.sell(Trade.GUIDE, BORIS);
    trade.sell(Trade.KEY, ANNA);
    trade.stray(ANNA, 3);
    bench().advance(Duration.ofDays(1));
    trade.sell(Trade.KEY, BORIS);
    trade.stating(trade.paid(new ChargeId("stxOld"), "old", ANNA).came(9));
    trade.reconcile();

    assertThat(report(TODAY, TODAY.plusDays(1), ZoneOffset.UTC).lines())
        .containsExactly(
            sold(TODAY, guide(), 2, 100),
            sold(TODAY, key(), 1, 7),
            sold(TODAY, new Heading.Stray(), 1, 3),
            sold(TODAY.plusDays(1), key(), 1, 7),
            sold(TODAY.plusDays(1), new Heading.Foreign(), 1, 9));
    assertThat(report(TODAY.plusDays(1), TODAY.plusDays(1), ZoneOffset.UTC).lines()).hasSize(2);
  }

  @Test
  default void a_day_is_one_of_the_time_zone_that_was_asked_for() {
    var trade = new Trade(bench());
    trade.sell(Trade.GUIDE, ANNA);

    var east = ZoneId.of("Pacific/Kiritimati");

    assertThat(report(TODAY, TODAY.plusDays(1), east).lines())
        .containsExactly(sold(TODAY.plusDays(1), guide(), 1, 50));
  }

  @Test
  default void what_went_back_is_counted_on_the_day_on_which_it_went() {
    var trade = new Trade(bench());
    var returned = trade.sell(Trade.GUIDE, ANNA);
    var taken = trade.sell(Trade.KEY, BORIS);
    trade.reconcile();
    bench().advance(Duration.ofDays(2));
    trade.engine().refund(returned, "asked for");
    trade.steps();
    trade.stating(trade.paid(returned, "st:x", ANNA).went(50));
    trade.reconcile();
    trade.chargeBack(taken, 7);

    var lines = report(TODAY, TODAY.plusDays(9), ZoneOffset.UTC).lines();
    assertThat(lines)
        .containsExactly(
            sold(TODAY, guide(), 1, 50),
            sold(TODAY, key(), 1, 7),
            new MoneyLine(TODAY.plusDays(2), guide(), 0, 0, 50 * NANOS, 0, 0),
            new MoneyLine(TODAY.plusDays(2), key(), 0, 0, 0, 7 * NANOS, 0));
    assertThat(lines.stream().mapToLong(MoneyLine::net).sum()).isZero();
  }

  @Test
  default void what_is_no_payment_is_told_by_its_account() {
    var trade = new Trade(bench());
    trade.stating(
        aLine().about(Purpose.PAID_MEDIA).came(40),
        aLine().about(Purpose.ADS).went(10),
        aLine().withdrawing(Withdrawal.SUCCEEDED).went(25));
    trade.reconcile();

    var report = report(TODAY, TODAY, ZoneOffset.UTC);

    assertThat(report.others())
        .containsEntry(Account.OTHER, 40 * NANOS)
        .containsEntry(Account.ADS, -10 * NANOS)
        .containsEntry(Account.WITHDRAWALS, -25 * NANOS)
        .hasSize(3);
    assertThat(report.total()).isEqualTo(5 * NANOS);
    assertThat(report.withdrawable()).isEqualTo(5 * NANOS);
  }

  @Test
  default void what_was_paid_lately_is_held_and_becomes_free_day_by_day() {
    var trade = new Trade(bench());
    trade.sell(Trade.GUIDE, ANNA);
    bench().advance(Duration.ofDays(20));
    var back = trade.sell(Trade.GUIDE, BORIS);
    trade.sell(Trade.KEY, ANNA);
    trade.engine().refund(back, "asked for");
    trade.steps();

    var early = report(TODAY, TODAY, ZoneOffset.UTC);
    assertThat(early.total()).isEqualTo(57 * NANOS);
    assertThat(early.held()).isEqualTo(57 * NANOS);
    assertThat(early.withdrawable()).isZero();
    assertThat(early.freeing())
        .containsExactly(
            Map.entry(TODAY.plusDays(21), 50 * NANOS), Map.entry(TODAY.plusDays(41), 7 * NANOS));
    bench().advance(Duration.ofDays(1));

    var later = report(TODAY, TODAY, ZoneOffset.UTC);
    assertThat(later.held()).isEqualTo(7 * NANOS);
    assertThat(later.withdrawable()).isEqualTo(50 * NANOS);
  }

  @Test
  default void what_is_going_back_is_neither_held_nor_free() {
    var trade = new Trade(bench());
    var charge = trade.sell(Trade.GUIDE, ANNA);
    trade.sell(Trade.KEY, ANNA);
    trade.telegram().replying(new Reply.Later(Duration.ofHours(1)));
    trade.engine().refund(charge, "asked for");
    trade.steps();
    bench().advance(Duration.ofDays(30));

    var report = report(TODAY, TODAY, ZoneOffset.UTC);

    assertThat(report.goingBack()).isEqualTo(50 * NANOS);
    assertThat(report.held()).isZero();
    assertThat(report.withdrawable()).isEqualTo(7 * NANOS);
  }

  @Test
  default void an_export_has_a_row_for_each_star_that_came_or_went() {
    var trade = new Trade(bench());
    var charge = trade.sell(Trade.GUIDE, ANNA);
    trade.stray(BORIS, 3);
    trade.stating(
        aLine().withId("w").withdrawing(Withdrawal.PENDING).went(5),
        aLine().withId("f").carrying("old").lessCommission(250_000_000L).came(9));
    trade.reconcile();
    bench().advance(Duration.ofHours(1));
    trade.engine().refund(charge, "asked for");
    trade.steps();

    var rows = export();

    assertThat(rows)
        .extracting(ExportRow::kind, ExportRow::nanostars, ExportRow::account)
        .containsExactlyInAnyOrder(
            tuple("charge", 50 * NANOS, Account.SALES),
            tuple("charge", 3 * NANOS, Account.SUSPENSE),
            tuple("withdrawal", -5 * NANOS, Account.WITHDRAWALS),
            tuple("charge", 9 * NANOS, Account.FOREIGN),
            tuple("commission", -250_000_000L, Account.COMMISSIONS),
            tuple("refund", -50 * NANOS, Account.REFUNDING));
    var sale = rows.getFirst();
    assertThat(sale.fields())
        .containsExactly(
            "1",
            TODAY.toString(),
            "12:00:00",
            "charge",
            sale.order().orElseThrow().value(),
            "guide",
            "The guide",
            ANNA.toString(),
            charge.value(),
            "50",
            "SALES",
            "");
    assertThat(rows.get(1).note()).isEqualTo("pays for no order");
    assertThat(rows.stream().mapToLong(ExportRow::nanostars).sum())
        .isEqualTo(report(TODAY, TODAY, ZoneOffset.UTC).total());
  }

  @Test
  default void an_export_has_what_happened_in_its_period_and_nothing_else() {
    var trade = new Trade(bench());
    trade.sell(Trade.GUIDE, ANNA);
    bench().advance(Duration.ofDays(1));
    var late = trade.sell(Trade.KEY, ANNA);
    bench().advance(Duration.ofDays(1));
    trade.sell(Trade.KEY, BORIS);

    var rows = new ArrayList<ExportRow>();
    var from = NOON.plus(Duration.ofDays(1));
    var count =
        Export.of(bench().archive(), from, from.plus(Duration.ofDays(1)), rows::add, number -> {});

    assertThat(rows).extracting(ExportRow::id).containsExactly(late.value());
    assertThat(count).isEqualTo(1);
  }

  private List<ExportRow> export() {
    var rows = new ArrayList<ExportRow>();
    Export.of(bench().archive(), NOON, NOON.plus(Duration.ofDays(9)), rows::add, number -> {});
    return rows;
  }

  private MoneyReport report(LocalDate first, LocalDate last, ZoneId zone) {
    return MoneyReport.of(
        new BotId(42),
        bench().archive(),
        Period.ofDays(first, last, zone, bench().now()),
        number -> {});
  }

  private static MoneyLine sold(LocalDate day, Heading heading, long count, long stars) {
    return new MoneyLine(day, heading, count, stars * NANOS, 0, 0, 0);
  }

  private static Heading guide() {
    return new Heading.OfProduct(Trade.GUIDE, "The guide");
  }

  private static Heading key() {
    return new Heading.OfProduct(Trade.KEY, "The key");
  }
}
