package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.BORIS;
import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.aLine;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.anOrderId;
import static dev.startill.testkit.Fixtures.ids;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.startill.Desk;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.Resolution;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Cursor;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Withdrawal;
import dev.startill.reconciliation.Audit;
import dev.startill.reconciliation.Audit.Outside;
import dev.startill.reconciliation.Discrepancy;
import dev.startill.reconciliation.Discrepancy.Kind;
import dev.startill.settings.Reconciling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Whoever walks through the books finds them right, or is told by name what is wrong. */
interface AuditContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void empty_books_agree() {
    var audit = audit(Outside.holding(0));

    assertThat(audit.discrepancies()).isEmpty();
    assertThat(audit.agrees()).isTrue();
    assertThat(audit.balances()).containsOnlyKeys(Account.values());
  }

  @Test
  default void the_books_of_a_whole_trade_agree_to_the_nanostar() {
    var trade = aWholeTrade();

    var audit = audit(Outside.holding(trade.held()));

    assertThat(audit.discrepancies()).isEmpty();
    assertThat(audit.booked()).isEqualTo(trade.held());
    assertThat(audit.balances()).isEqualTo(bench().books().balances());
    assertThat(audit.size().lines()).isEqualTo(bench().books().cursor().lines());
  }

  @Test
  default void what_telegram_holds_beyond_the_ledger_is_named() {
    var trade = aWholeTrade();

    var audit = audit(Outside.holding(trade.held() + 3));

    assertThat(audit.discrepancies())
        .extracting(Discrepancy::kind, Discrepancy::nanostars)
        .containsExactly(tuple(Kind.BALANCE_DIFFERS, 3L));
    assertThat(audit.agrees()).isFalse();
  }

  @Test
  default void progress_is_told_of() {
    var postings = new ArrayList<Posting>();
    for (var i = 1; i <= 2500; i++) {
      postings.add(new Posting(Account.BUYER, Account.FOREIGN, 1, "charge:f" + i));
    }
    bench().run(work -> work.book(postings, bench().now()));
    var told = new ArrayList<Long>();

    Audit.of(bench().archive(), Outside.NOTHING, Reconciling.defaults(), told::add);

    assertThat(told).containsExactly(1000L, 2000L);
  }

  @Test
  default void a_posting_that_nothing_caused_is_named() {
    bench()
        .run(
            work ->
                work.book(
                    List.of(
                        new Posting(Account.BUYER, Account.FOREIGN, 5, "charge:nobody"),
                        new Posting(Account.BUYER, Account.SALES, 6, "charge:nobody2"),
                        new Posting(Account.BUYER, Account.SALES, 7, "magic:wand")),
                    bench().now()));

    assertThat(found())
        .contains(
            tuple(Kind.CAUSE_UNKNOWN, "charge:nobody", 5L),
            tuple(Kind.CAUSE_UNKNOWN, "charge:nobody2", 6L),
            tuple(Kind.CAUSE_UNKNOWN, "magic:wand", 7L),
            tuple(Kind.ACCOUNT_DIFFERS, "FOREIGN", 5L),
            tuple(Kind.ACCOUNT_DIFFERS, "SALES", 13L));
  }

  @Test
  default void a_charge_that_was_not_booked_is_named() {
    var order = anOrder().paid();
    bench().have(order);

    assertThat(found())
        .contains(
            tuple(Kind.STANDING_DIFFERS, order.charge().id().value(), 50_000_000_000L),
            tuple(Kind.ACCOUNT_DIFFERS, "SALES", -50_000_000_000L));
  }

  @Test
  default void a_charge_that_was_booked_with_another_amount_or_elsewhere_is_named() {
    var order = anOrder().paid();
    var less =
        new Posting(Account.BUYER, Account.SALES, 49_000_000_000L, theSaleOf(order).source());
    bench().commit(to(order).posting(less).done());
    var stray = aCharge().strayFrom(anOrderId(), StrayCharge.Why.OWNERLESS);
    var sold =
        new Posting(Account.BUYER, Account.SALES, 50_000_000_000L, "charge:" + stray.charge().id());
    bench().commit(to(stray).posting(sold).done());

    assertThat(found())
        .contains(
            tuple(Kind.POSTING_DIFFERS, order.charge().id().value(), 50_000_000_000L),
            tuple(Kind.POSTING_DIFFERS, stray.charge().id().value(), 50_000_000_000L));
  }

  @Test
  default void a_standing_that_nothing_was_booked_for_is_named() {
    var standings =
        List.of(
            new Standing.Returning(ids().refund()),
            new Standing.Returned(),
            new Standing.TakenBack(),
            new Standing.Missing());
    for (var standing : standings) {
      var order = anOrder().paid();
      bench().commit(to(order.standing(standing)).posting(theSaleOf(order)).done());

      assertThat(found())
          .as(standing.toString())
          .contains(tuple(Kind.STANDING_DIFFERS, order.charge().id().value(), 50_000_000_000L));
    }
  }

  @Test
  default void a_refund_whose_answer_was_lost_is_no_difference_while_telegram_holds_the_stars() {
    var trade = new Trade(bench());
    var charge = trade.sell(Trade.GUIDE, ANNA);
    trade.telegram().replying(new Reply.Unknown("timeout"));
    trade.engine().refund(charge, "asked for");
    trade.steps();
    trade.reconcile();

    assertThat(audit(Outside.holding(trade.held())).discrepancies()).isEmpty();
    assertThat(audit(Outside.holding(0)).discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(Kind.BALANCE_DIFFERS);
  }

  @Test
  default void a_charge_that_the_statement_lacks_is_named_once_it_must_be_there() {
    var trade = new Trade(bench());
    var charge = new ChargeId("stxForged");
    trade.pay(charge, trade.invoice(Trade.GUIDE, ANNA), ANNA, 50);
    trade.telegram().holding(50_000_000_000L);
    trade.engine().reconcile();
    assertThat(found()).isEmpty();
    bench().advance(Duration.ofMinutes(10).plusSeconds(1));
    read(bench().books().cursor().readTo(bench().now()));

    assertThat(found())
        .containsExactly(tuple(Kind.CHARGE_NOT_STATED, "stxForged", 50_000_000_000L));
  }

  @Test
  default void a_refund_that_the_statement_lacks_is_named_once_it_must_be_there() {
    var trade = new Trade(bench());
    var charge = trade.sell(Trade.GUIDE, ANNA);
    trade.engine().refund(charge, "asked for");
    trade.steps();
    trade.reconcile();
    assertThat(found()).isEmpty();
    bench().advance(Duration.ofMinutes(10).plusSeconds(1));
    read(bench().books().cursor().readTo(bench().now()));

    assertThat(found())
        .containsExactly(tuple(Kind.REFUND_NOT_STATED, charge.value(), 50_000_000_000L));
  }

  @Test
  default void a_line_that_was_not_booked_is_named() {
    var ours = aLine().carrying(new Payload.OfOrder(anOrderId())).came(50);
    var back = aLine().carrying(new Payload.OfOrder(anOrderId())).went(50);
    var foreign = aLine().carrying("somebody else's").came(5);
    var gift = aLine().about(Purpose.GIFT).went(3);
    bench().run(work -> work.keep(0, List.of(ours, back, foreign, gift), Cursor.START.after(4)));

    assertThat(found())
        .contains(
            tuple(Kind.LINE_NOT_BOOKED, ours.id() + " CAME", 50_000_000_000L),
            tuple(Kind.LINE_NOT_BOOKED, back.id() + " WENT", 50_000_000_000L),
            tuple(Kind.LINE_NOT_BOOKED, foreign.id() + " CAME", 5_000_000_000L),
            tuple(Kind.LINE_NOT_BOOKED, gift.id() + " WENT", 3_000_000_000L));
  }

  @Test
  default void a_line_of_another_amount_than_its_charge_is_named() {
    var order = anOrder().paid();
    bench().commit(to(order).posting(theSaleOf(order)).done());
    var line =
        aLine()
            .withId(order.charge().id().value())
            .carrying(new Payload.OfOrder(order.id()))
            .came(49);
    bench().run(work -> work.keep(0, List.of(line), Cursor.START.after(1)));

    assertThat(found())
        .containsExactly(tuple(Kind.LINE_DIFFERS, line.id() + " CAME", 49_000_000_000L));
  }

  @Test
  default void lines_that_were_read_and_are_not_kept_are_named() {
    bench().run(work -> work.keep(0, List.of(), Cursor.START.after(2)));

    assertThat(found()).containsExactly(tuple(Kind.LINES_LACK, "statement", 0L));
  }

  @Test
  default void a_flood_of_one_kind_hides_no_other_and_all_are_counted() {
    var postings = new ArrayList<Posting>();
    for (var i = 1; i <= 1500; i++) {
      postings.add(new Posting(Account.BUYER, Account.FOREIGN, 1, "charge:f" + i));
    }
    bench().run(work -> work.book(postings, bench().now()));

    var audit = audit(Outside.NOTHING);

    assertThat(audit.discrepancies()).hasSize(101);
    assertThat(audit.discrepancies().getLast().kind()).isEqualTo(Kind.ACCOUNT_DIFFERS);
    assertThat(audit.count()).isEqualTo(1501);
  }

  /** Something of everything that can happen to Stars. */
  private Trade aWholeTrade() {
    var trade = new Trade(bench());
    trade.stating(
        aLine().carrying("old-1").came(11),
        aLine().withId("foreign").carrying("old-2").lessCommission(300_000_000L).came(12),
        aLine().about(Purpose.GIFT).went(15),
        aLine().about(Purpose.PAID_MEDIA).came(40),
        aLine().about(Purpose.ADS).went(20),
        aLine().about(Purpose.AFFILIATE_PROGRAM).came(2),
        aLine().withdrawing(Withdrawal.PENDING).went(5));
    trade.stating(aLine().withId("foreign").carrying("old-2").lessCommission(0).went(12));
    trade.reconcile();
    var kept = trade.sell(Trade.GUIDE, ANNA);
    var returned = trade.sell(Trade.KEY, BORIS);
    trade.refund(returned, payloadOf(returned), BORIS, 7);
    var refused = trade.sell(Trade.GUIDE, BORIS);
    trade.telegram().replying(new Reply.Refused(400, "Bad Request: CHARGE_NOT_FOUND"));
    trade.engine().refund(refused, "asked for");
    trade.steps();
    trade.stray(ANNA, 3);
    var accepted = trade.sell(Trade.KEY, ANNA);
    assertThat(accepted).isNotEqualTo(kept);
    trade.reconcile();
    acceptStray(trade);
    var taken = trade.sell(Trade.GUIDE, ANNA);
    trade.chargeBack(taken, 50);
    var pending = trade.sell(Trade.GUIDE, ANNA);
    trade.telegram().replying(new Reply.Later(Duration.ofHours(1)));
    trade.engine().refund(pending, "later");
    trade.steps();
    trade.reconcile();
    return trade;
  }

  private void acceptStray(Trade trade) {
    var stray =
        bench().books().cases(99).stream()
            .filter(line -> line.order().isEmpty() && line.charge().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(trade.engine().desk().resolve(stray.id(), Resolution.ACCEPT, "a tip"))
        .isEqualTo(Desk.Answer.DONE);
  }

  private String payloadOf(ChargeId charge) {
    return bench().books().orders(99, Optional.empty()).stream()
        .map(line -> line.order())
        .filter(o -> o instanceof Order.Paid p && p.charge().id().equals(charge))
        .map(o -> new Payload.OfOrder(o.id()).text())
        .findFirst()
        .orElseThrow();
  }

  private void read(Cursor cursor) {
    bench().run(work -> work.keep(cursor.lines(), List.of(), cursor));
  }

  private Audit audit(Outside outside) {
    return Audit.of(bench().archive(), outside, Reconciling.defaults(), rows -> {});
  }

  private List<Tuple> found() {
    return audit(Outside.NOTHING).discrepancies().stream()
        .map(d -> tuple(d.kind(), d.subject(), d.nanostars()))
        .toList();
  }
}
