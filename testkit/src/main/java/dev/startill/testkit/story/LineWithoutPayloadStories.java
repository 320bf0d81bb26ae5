package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.port.StatementLine;
import dev.startill.reconciliation.Audit;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A line of Telegram's statement that does not say what it was paid for, which others tell. */
abstract class LineWithoutPayloadStories extends Story {
  @Test
  void of_a_refund_is_known_by_its_id() {
    var payload = invoice(GUIDE, ANN);
    charge(payload, ANN);
    var charge = ((Order.Paid) onlyOrder()).charge().id().value();
    reads(
        Statements.paid(charge, ANN, payload, clock.instant()),
        Statements.returned(charge, ANN, "", clock.instant()));
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.REFUNDED);
    theBooksAgree();
  }

  @Test
  void is_claimed_by_the_update_that_comes_later() {
    var payload = invoice(GUIDE, ANN);
    reads(Statements.paid("stx7", ANN, "", clock.instant()));
    assertThat(books.balances()).containsEntry(Account.FOREIGN, new Stars(50).toNanos());
    arrives("stx7", payload);
    arrives("stx7", payload);
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    assertThat(telegram.said(Said.Wrote.class)).hasSize(1);
    assertThat(books.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
    theBooksAgree();
  }

  @Test
  void is_claimed_by_a_charge_of_no_order_too() {
    reads(Statements.paid("stx7", ANN, "", clock.instant()));
    arrives("stx7", "st:ord_00000000000000000000000009");
    assertThat(cases()).containsExactly(CaseReason.OWNERLESS_CHARGE);
    assertThat(books.balances()).containsEntry(Account.SUSPENSE, new Stars(50).toNanos());
    theBooksAgree();
  }

  @Test
  void tells_of_a_charge_that_is_known() {
    var payload = invoice(GUIDE, ANN);
    arrives("stx7", payload);
    reads(Statements.paid("stx7", ANN, "", clock.instant()));
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    theBooksAgree();
  }

  @Test
  void finds_what_was_missing() {
    var payload = invoice(GUIDE, ANN);
    startill.reconcile();
    arrives("stx7", payload);
    clock.advance(Duration.ofMinutes(20));
    telegram.holding(0);
    startill.reconcile();
    assertThat(cases()).contains(CaseReason.NOT_ON_STATEMENT);
    telegram.holding(new Stars(50).toNanos());
    reads(Statements.paid("stx7", ANN, "", clock.instant()));
    assertThat(cases()).isEmpty();
    theBooksAgree();
  }

  @Test
  void and_its_refund_stay_foreign_and_nothing_is_handed_over() {
    var payload = invoice(GUIDE, ANN);
    reads(
        Statements.paid("stx7", ANN, "", clock.instant()),
        Statements.returned("stx7", ANN, "", clock.instant()));
    arrives("stx7", payload);
    goesBack("stx7", payload);
    steps();
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.OPEN);
    assertThat(telegram.said(Said.Wrote.class)).isEmpty();
    theBooksAgree();
  }

  @Test
  void is_claimed_by_the_update_of_its_refund() {
    var payload = invoice(GUIDE, ANN);
    reads(Statements.paid("stx7", ANN, "", clock.instant()));
    telegram.stating(Statements.returned("stx7", ANN, payload, clock.instant()));
    goesBack("stx7", payload);
    arrives("stx7", payload);
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.OPEN);
    assertThat(telegram.said(Said.Wrote.class)).isEmpty();
    theBooksAgree();
  }

  @Test
  void of_a_refund_alone_keeps_its_charge_foreign_for_ever() {
    var payload = invoice(GUIDE, ANN);
    telegram.stating(Statements.returned("stx7", ANN, "", clock.instant()));
    startill.reconcile();
    goesBack("stx7", payload);
    arrives("stx7", payload);
    arrives("stx7", payload);
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.OPEN);
    assertThat(onlyStory().history())
        .anySatisfy(line -> assertThat(line.detail()).contains("nothing is handed over"));
    assertThat(telegram.said(Said.Wrote.class)).isEmpty();
    assertThat(books.balances()).containsEntry(Account.FOREIGN, 0L);
    telegram.stating(Statements.paid("stx7", ANN, payload, clock.instant()));
    theBooksAgree();
  }

  @Test
  void comes_before_the_refund_behind_it() {
    var payload = invoice(GUIDE, ANN);
    startill.reconcile();
    arrives("stx7", payload);
    clock.advance(Duration.ofMinutes(20));
    startill.reconcile();
    assertThat(cases()).contains(CaseReason.NOT_ON_STATEMENT);
    reads(
        Statements.paid("stx7", ANN, "", clock.instant()),
        Statements.returned("stx7", ANN, payload, clock.instant()));
    assertThat(onlyOrder().word()).isEqualTo(Order.Word.REFUNDED);
    theBooksAgree();
  }

  @Test
  void and_of_no_known_kind_is_not_booked_twice() {
    arrives("stx7", invoice(GUIDE, ANN));
    reads(Statements.other("stx7", 50, clock.instant()));
    assertThat(books.balances()).containsEntry(Account.OTHER, 0L);
    theBooksAgree();
  }

  private void reads(StatementLine... lines) {
    telegram.stating(lines);
    assertThat(startill.reconcile().agrees()).isTrue();
    steps();
  }

  private void arrives(String charge, String payload) {
    assertThat(handle(payment(charge, payload, ANN, 50, "XTR"))).isTrue();
    steps();
  }

  private void goesBack(String charge, String payload) {
    var at = clock.instant();
    handle(new Update.Refunded(new ChargeId(charge), ANN, payload, "XTR", 50, at));
  }

  private void theBooksAgree() {
    assertThat(startill.reconcile().agrees()).isTrue();
    var audit = Audit.of(archive, Audit.Outside.NOTHING, settings.reconciling(), rows -> {});
    assertThat(audit.discrepancies()).isEmpty();
    assertThat(books.balances()).containsEntry(Account.FOREIGN, 0L);
  }
}
