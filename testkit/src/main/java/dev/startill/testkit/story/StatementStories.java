package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Order;
import dev.startill.payment.Resolution;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import dev.startill.port.Store.Lane;
import dev.startill.port.TelegramException;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Telegram's statement tells: what was lost is found, what is forged is not kept. */
abstract class StatementStories extends Story {
  @Test
  void a_payment_whose_update_was_lost_is_found_and_the_goods_are_delivered() {
    var payload = invoice(GUIDE, ANN);
    checkout(payload, ANN);
    telegram.stating(Statements.paid("stxLost", ANN, payload, clock.instant()));
    var told = startill.reconcile();
    steps();
    assertThat(told.recovered()).isEqualTo(1);
    assertThat(told.agrees()).isTrue();
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    assertThat(onlyStory().history())
        .anySatisfy(line -> assertThat(line.detail()).contains("recovered"));
    assertThat(telegram.said(Said.Wrote.class)).hasSize(1);
  }

  @Test
  void the_update_that_comes_after_the_statement_fulfils_nothing_twice() {
    var payload = invoice(GUIDE, ANN);
    telegram.stating(Statements.paid("stx7", ANN, payload, clock.instant()));
    startill.reconcile();
    steps();
    assertThat(handle(payment("stx7", payload, ANN, 50, "XTR"))).isTrue();
    startill.reconcile();
    steps();
    assertThat(telegram.said(Said.Wrote.class)).hasSize(1);
    assertThat(books.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
  }

  @Test
  void a_payment_on_a_link_is_found_too() {
    var payload = "st:" + startill.sell(GUIDE).toAnyone().link().id();
    telegram.stating(Statements.paid("stx7", BOB, payload, clock.instant()));
    startill.reconcile();
    steps();
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
  }

  @Test
  void years_of_sales_by_other_code_are_booked_as_foreign_and_nothing_else_happens() {
    for (var i = 0; i < 250; i++) {
      telegram.stating(
          Statements.paid("old" + i, ANN, "order-" + i, clock.instant()),
          Statements.paid("noPayload" + i, BOB, "", clock.instant()));
    }
    telegram.stating(Statements.returned("old0", ANN, "order-0", clock.instant()));
    var told = startill.reconcile();
    steps();
    assertThat(told.lines()).isEqualTo(501);
    assertThat(told.agrees()).isTrue();
    assertThat(telegram.said()).isEmpty();
    assertThat(cases()).isEmpty();
    assertThat(books.balances()).containsEntry(Account.FOREIGN, new Stars(499 * 50).toNanos());
  }

  @Test
  void old_charges_of_ours_without_an_order_are_cases_and_nobody_is_written_to() {
    telegram.stating(
        Statements.paid("stx7", ANN, "st:ord_00000000000000000000000009", clock.instant()));
    startill.reconcile();
    steps();
    assertThat(cases()).containsExactly(CaseReason.OWNERLESS_CHARGE);
    assertThat(telegram.said()).isEmpty();
  }

  @Test
  void a_hold_waits_for_a_reading_that_began_after_its_end() {
    startill.stock(KEY, List.of("CODE-1"));
    startill.reconcile();
    var payload = invoice(KEY, ANN);
    checkout(payload, ANN);
    clock.advance(settings.hold().plusSeconds(1));
    steps();
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.APPROVED);
    telegram.stating(Statements.paid("stx7", ANN, payload, clock.instant()));
    startill.reconcile();
    steps();
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
  }

  @Test
  void a_balance_that_is_not_told_neither_stops_the_reading_nor_counts_as_agreement() {
    var payload = invoice(GUIDE, ANN);
    telegram.stating(Statements.paid("stxLost", ANN, payload, clock.instant())).withholding(true);
    var told = startill.reconcile();
    steps();
    assertThat(told.recovered()).isEqualTo(1);
    assertThat(told.difference()).isEmpty();
    assertThat(told.agrees()).isFalse();
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
  }

  @Test
  void what_the_statement_does_not_show_yet_is_awaited_and_no_difference() {
    startill.reconcile();
    charge(invoice(GUIDE, ANN), ANN);
    telegram.holding(0);
    var told = startill.reconcile();
    assertThat(told.agrees()).isTrue();
    assertThat(told.awaited()).isEqualTo(new Stars(50).toNanos());
  }

  @Test
  void a_silent_telegram_changes_nothing() {
    telegram.silent(true);
    Assertions.assertThatThrownBy(startill::reconcile).isInstanceOf(TelegramException.class);
    assertThat(books.cursor().lines()).isZero();
    telegram.silent(false);
    assertThat(startill.reconcile().agrees()).isTrue();
  }

  @Nested
  class A_charge_that_it_lacks {
    @Test
    void leaves_the_books_after_ten_minutes_with_a_case() {
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      startill.reconcile();
      assertThat(cases()).isEmpty();
      clock.advance(settings.reconciling().lag().plusSeconds(1));
      assertThat(startill.reconcile().missing()).isEqualTo(1);
      assertThat(cases()).containsExactly(CaseReason.NOT_ON_STATEMENT);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.MISSING);
      assertThat(startill.reconcile().missing()).as("told once").isZero();
      assertThat(startill.reconcile().agrees()).isTrue();
    }

    @Test
    void comes_back_with_its_line() {
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      var charge = ((Order.Paid) onlyOrder()).charge().id().value();
      clock.advance(settings.reconciling().lag().plusSeconds(1));
      startill.reconcile();
      telegram.stating(Statements.paid(charge, ANN, payload, clock.instant()));
      startill.reconcile();
      steps();
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
      assertThat(cases()).isEmpty();
      assertThat(startill.reconcile().agrees()).isTrue();
    }
  }

  @Test
  void a_statement_that_shrank_is_a_case_and_is_read_anew() {
    for (var i = 0; i < 3; i++) {
      telegram.stating(Statements.paid("old" + i, ANN, "order-" + i, clock.instant()));
    }
    startill.reconcile();
    telegram.forgetting(2);
    startill.reconcile();
    assertThat(cases()).contains(CaseReason.STATEMENT_SHRANK);
    telegram.stating(Statements.paid("new", ANN, "order-9", clock.instant()));
    assertThat(startill.reconcile().lines()).isEqualTo(1);
  }

  @Nested
  class The_balance {
    private CaseLine drop() {
      startill.reconcile();
      var payload = invoice(GUIDE, ANN);
      checkout(payload, ANN);
      charge(payload, ANN);
      telegram.stating(Statements.paid("stx2", ANN, payload, clock.instant())).holding(0);
      startill.reconcile();
      assertThat(cases()).as("seen once, it may be on its way").isEmpty();
      assertThat(startill.reconcile().difference()).hasValue(-new Stars(50).toNanos());
      assertThat(cases()).containsExactly(CaseReason.BALANCE_DIFFERS);
      return books.cases(1).getFirst();
    }

    @Test
    void that_drops_is_a_chargeback_once_the_operator_says_which() {
      var open = drop();
      var charge = ((Order.Paid) onlyOrder()).charge().id();
      startill.desk().chargedBack(open.id(), charge, "seen in the app");
      steps();
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.CHARGED_BACK);
      assertThat(startill.reconcile().agrees()).isTrue();
      assertThat(cases()).containsExactly(CaseReason.CHARGED_BACK);
    }

    @Test
    void that_drops_for_no_reason_can_be_written_off() {
      var open = drop();
      startill.desk().resolve(open.id(), Resolution.WRITE_OFF, "nobody knows");
      assertThat(startill.reconcile().agrees()).isTrue();
      assertThat(books.balances()).containsEntry(Account.UNEXPLAINED, -new Stars(50).toNanos());
      assertThat(cases()).isEmpty();
    }

    @Test
    void that_comes_back_settles_its_case() {
      drop();
      telegram.holding(new Stars(50).toNanos());
      assertThat(startill.reconcile().agrees()).isTrue();
      assertThat(cases()).isEmpty();
    }
  }

  @Test
  void a_withdrawal_is_booked_when_it_is_pending_and_looked_up_until_it_is_over() {
    telegram.stating(
        Statements.paid("old", ANN, "order-1", clock.instant()),
        Statements.withdrawal("w1", 30, Withdrawal.PENDING, clock.instant()));
    assertThat(startill.reconcile().agrees()).isTrue();
    assertThat(books.balances()).containsEntry(Account.WITHDRAWALS, -new Stars(30).toNanos());
    telegram.forgetting(1);
    telegram.stating(Statements.withdrawal("w1", 30, Withdrawal.SUCCEEDED, clock.instant()));
    startill.reconcile();
    assertThat(pending()).isZero();
    assertThat(books.balances()).containsEntry(Account.WITHDRAWALS, -new Stars(30).toNanos());
  }

  private long pending() {
    return store.inTransaction(Lane.ROUTINE, work -> work.pendingWithdrawals(10).size());
  }

  @Test
  void everything_else_finds_its_account_to_the_nanostar() {
    var at = clock.instant();
    for (var purpose : Purpose.values()) {
      for (var way : Way.values()) {
        var nanos = 7 * Stars.NANOS_PER_STAR + purpose.name().length() + (way == Way.CAME ? 3 : 0);
        telegram.stating(
            new StatementLine(
                purpose + "-" + way,
                way,
                at,
                nanos,
                purpose,
                Optional.of(ANN),
                Optional.of("not-ours"),
                purpose == Purpose.INVOICE ? 123_456_789L : 0,
                Withdrawal.NONE,
                ""));
      }
    }
    assertThat(startill.reconcile().agrees()).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(startill.reconcile().agrees()).isTrue();
    assertThat(cases()).isEmpty();
  }
}
