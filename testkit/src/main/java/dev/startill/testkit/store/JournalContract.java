package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.aLinkTo;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Postings, history and cases, and the questions of pages and tools. */
interface JournalContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void an_empty_store_answers_every_question() {
    var books = bench().books();

    assertThat(books.orders(9, Optional.empty())).isEmpty();
    assertThat(books.story(anOrder().open().id())).isEmpty();
    assertThat(books.strays(9)).isEmpty();
    assertThat(books.cases(9)).isEmpty();
    assertThat(books.waitingMessages()).isZero();
    assertThat(books.stock()).isEmpty();
    assertThat(books.balances()).containsOnlyKeys(Account.values());
    assertThat(books.balances().values()).containsOnly(0L);
  }

  @Test
  default void balances_add_up_to_zero() {
    var order = anOrder().costing(50).paid();
    var stray = aCharge().costing(7).strayFrom(order.id(), StrayCharge.Why.SECOND);
    var held = new Posting(Account.BUYER, Account.SUSPENSE, 7_000_000_000L, "charge:stray");
    bench().commit(to(order).posting(theSaleOf(order)).done());
    bench().commit(to(stray).posting(held).done());
    assertThat(bench().books().balances())
        .containsAllEntriesOf(
            Map.of(
                Account.BUYER, -57_000_000_000L,
                Account.SALES, 50_000_000_000L,
                Account.SUSPENSE, 7_000_000_000L,
                Account.FOREIGN, 0L));

    bench().commit(to(stray).posting(held.reversed("refund:stray")).done());

    assertThat(bench().books().balances().values().stream().mapToLong(n -> n).sum()).isZero();
    assertThat(bench().books().balances()).containsEntry(Account.SUSPENSE, 0L);
  }

  @Test
  default void a_source_is_posted_once() {
    var order = anOrder().paid();
    var sale = theSaleOf(order);
    bench().commit(to(order).posting(sale).done());
    var balances = bench().books().balances();

    assertThatThrownBy(() -> bench().commit(to(anOrder().paid()).posting(sale).done()))
        .isInstanceOf(StoreException.class);

    assertThat(bench().books().balances()).isEqualTo(balances);
    assertThat(bench().books().orders(9, Optional.empty())).hasSize(1);
  }

  @Test
  default void every_commit_writes_a_line_of_history() {
    var fixture = anOrder();
    var id = fixture.open().id();
    var at = bench().now();
    bench().run(w -> w.commit(bench().requested(), to(fixture.open()).done(), Optional.empty()));
    var later = bench().advance(Duration.ofSeconds(5));
    commit(new PaymentEvent.InvoiceSent(id, later), fixture.open(), "");
    var charge = fixture.paid().charge();
    commit(
        new PaymentEvent.ChargeReceived(charge, new Payload.OfOrder(id), Via.UPDATE, later),
        fixture.paid(),
        "late");
    commit(new PaymentEvent.GoodsHandedOver(id, later), fixture.fulfilled(), "");

    assertThat(bench().books().story(id).orElseThrow().history())
        .containsExactly(
            new HistoryLine(at, "InvoiceRequested", "OPEN", ""),
            new HistoryLine(later, "InvoiceSent", "OPEN", ""),
            new HistoryLine(later, "ChargeReceived", "PAID", "late"),
            new HistoryLine(later, "GoodsHandedOver", "FULFILLED", ""));
  }

  @Test
  default void an_event_that_moved_only_a_stray_charge_shows_on_its_order_too() {
    var order = anOrder().paid();
    var stray = aCharge().strayFrom(order.id(), StrayCharge.Why.SECOND);
    bench().have(order);
    var event =
        new PaymentEvent.ChargeReceived(stray.charge(), stray.payload(), Via.UPDATE, bench().now());

    bench()
        .run(
            work -> {
              work.lock(order.id());
              work.commit(event, to(stray).saying("second").done(), Optional.empty());
            });

    assertThat(bench().books().story(order.id()).orElseThrow().history())
        .contains(new HistoryLine(bench().now(), "ChargeReceived", "PAID", "second"));
  }

  @Test
  default void a_note_changes_nothing_but_the_history() {
    var order = anOrder().open();
    bench().have(order);
    var event = new PaymentEvent.InvoiceSent(order.id(), bench().now());

    bench().run(work -> work.note(order.id(), event, "declined: SOLD_OUT"));

    var story = bench().books().story(order.id()).orElseThrow();
    assertThat(story.line().order()).isEqualTo(order);
    assertThat(story.history().getLast())
        .isEqualTo(new HistoryLine(bench().now(), "InvoiceSent", "OPEN", "declined: SOLD_OUT"));
  }

  @Test
  default void a_note_on_an_order_that_nobody_has_is_left_out() {
    var order = anOrder().open();

    bench().run(work -> work.note(order.id(), bench().sent(order.id()), "declined"));

    assertThat(bench().books().story(order.id())).isEmpty();
  }

  @Test
  default void a_case_is_opened_once_for_a_subject_and_a_reason() {
    var order = anOrder().paid();
    bench().commit(to(order).opening(CaseReason.FULFILMENT_FAILED).saying("no power").done());
    var since = bench().now();
    bench().advance(Duration.ofMinutes(1));
    bench().commit(to(order).opening(CaseReason.FULFILMENT_FAILED).saying("again").done());

    var cases = bench().books().cases(9);

    assertThat(cases)
        .containsExactly(
            new CaseLine(
                cases.getFirst().id(),
                CaseReason.FULFILMENT_FAILED,
                Optional.of(order.id()),
                Optional.of(order.charge().id()),
                Optional.of(ANNA),
                since,
                "no power",
                Optional.empty(),
                ""));
    assertThat(cases.getFirst().id().value()).matches("case_[0-9a-hjkmnp-tv-z]{26}");
    assertThat(bench().books().story(order.id()).orElseThrow().cases()).isEqualTo(cases);
  }

  @Test
  default void cases_of_other_reasons_and_other_subjects_stand_beside_each_other() {
    var order = anOrder().paid();
    var other = anOrder().paid();
    bench()
        .commit(
            to(order)
                .opening(CaseReason.FULFILMENT_FAILED)
                .opening(CaseReason.BUYER_UNREACHABLE)
                .done());
    bench().commit(to(other).opening(CaseReason.FULFILMENT_FAILED).done());

    assertThat(bench().books().cases(9)).hasSize(3);
    assertThat(bench().books().cases(2)).hasSize(2);
    assertThat(bench().books().story(other.id()).orElseThrow().cases()).hasSize(1);
  }

  @Test
  default void a_closed_case_is_gone_and_may_open_again() {
    var order = anOrder().paid();
    bench().commit(to(order).opening(CaseReason.BUYER_UNREACHABLE).done());
    var first = bench().books().cases(9).getFirst();

    bench().commit(to(order).closing(CaseReason.BUYER_UNREACHABLE).done());
    assertThat(bench().books().cases(9)).isEmpty();
    bench().commit(to(order).opening(CaseReason.BUYER_UNREACHABLE).done());

    assertThat(bench().books().cases(9)).hasSize(1);
    assertThat(bench().books().cases(9).getFirst().id()).isNotEqualTo(first.id());
  }

  @Test
  default void the_case_of_a_second_charge_names_the_charge_and_its_order() {
    var order = anOrder().paid();
    bench().have(order);
    var stray = aCharge().strayFrom(order.id(), StrayCharge.Why.SECOND);

    bench().commit(to(stray).opening(CaseReason.SECOND_CHARGE).done());

    var line = bench().books().cases(9).getFirst();
    assertThat(line.charge()).contains(stray.charge().id());
    assertThat(line.order()).contains(order.id());
    assertThat(bench().books().story(order.id()).orElseThrow().cases()).containsExactly(line);
  }

  @Test
  default void the_case_of_an_ownerless_charge_names_no_order() {
    var stray = aCharge().strayFrom(anOrder().open().id(), StrayCharge.Why.OWNERLESS);

    bench().commit(to(stray).opening(CaseReason.OWNERLESS_CHARGE).done());

    assertThat(bench().books().cases(9).getFirst().order()).isEmpty();
  }

  @Test
  default void orders_are_listed_newest_first_and_page_by_page() {
    var first = anOrder().of("A").open();
    var second = anOrder().of("B").open();
    var third = anOrder().of("C").open();
    var at = bench().now();
    bench().have(third, first, second);
    var later = bench().advance(Duration.ofSeconds(3));
    bench().have(new Order.Expired(second.id(), second.terms(), second.link()));

    var newest = bench().books().orders(2, Optional.empty());
    var older = bench().books().orders(2, Optional.of(second.id()));

    assertThat(newest)
        .extracting(line -> line.order().id())
        .containsExactly(third.id(), second.id());
    assertThat(newest.getLast().since()).isEqualTo(at);
    assertThat(newest.getLast().changed()).isEqualTo(later);
    assertThat(older).containsExactly(new OrderLine(first, at, at));
  }

  @Test
  default void an_order_that_stays_as_it_was_did_not_change() {
    var order = anOrder().open();
    var at = bench().now();
    bench().have(order);
    bench().advance(Duration.ofSeconds(3));
    bench().have(order);

    assertThat(bench().books().orders(1, Optional.empty()))
        .containsExactly(new OrderLine(order, at, at));
  }

  @Test
  default void orders_of_a_buyer_are_those_that_were_meant_for_or_paid_by_that_buyer() {
    var buyer = new BuyerId(77);
    var asked = anOrder().of("A").forBuyer(buyer).open();
    var paid = anOrder().of("B").forBuyer(buyer).paid();
    bench().have(asked, anOrder().of("C").open(), paid, anOrder().of("D").paid());

    var found = bench().books().ordersOf(buyer, 9);

    assertThat(found).extracting(line -> line.order().id()).containsExactly(paid.id(), asked.id());
    assertThat(bench().books().ordersOf(buyer, 1)).hasSize(1);
    assertThat(bench().books().ordersOf(new BuyerId(78), 9)).isEmpty();
  }

  @Test
  default void kept_orders_of_a_buyer_are_those_whose_stars_that_buyer_gave_and_has_not_back() {
    var buyer = new BuyerId(77);
    var first = anOrder().of("A").forBuyer(buyer).paid();
    var second = anOrder().of("B").forBuyer(buyer).paid();
    var returned = anOrder().of("C").forBuyer(buyer).paid().standing(new Standing.Returned());
    bench().have(second, returned, first, anOrder().of("D").forBuyer(buyer).open());
    bench()
        .have(anOrder().paid(), aCharge().strayFrom(anOrder().open().id(), StrayCharge.Why.SECOND));

    assertThat(bench().books().keptOrdersOf(buyer)).containsExactly(first, second);
    assertThat(bench().books().keptOrdersOf(new BuyerId(78))).isEmpty();
  }

  @Test
  default void stray_charges_are_listed_newest_first() {
    var first = aCharge().strayFrom(anOrder().open().id(), StrayCharge.Why.OWNERLESS);
    var second = aCharge().strayFrom(anOrder().open().id(), StrayCharge.Why.OWNERLESS);
    var at = bench().now();
    bench().have(first, anOrder().paid());
    var later = bench().advance(Duration.ofSeconds(3));
    bench().have(second);

    assertThat(bench().books().strays(9))
        .containsExactly(new StrayLine(second, later), new StrayLine(first, at));
    assertThat(bench().books().strays(1)).hasSize(1);
  }

  @Test
  default void a_link_keeps_a_history_of_its_own() {
    var link = aLinkTo(anOrder());

    bench()
        .run(
            work ->
                work.commit(
                    new PaymentEvent.LinkRequested(link.id(), link.terms(), bench().now()),
                    to(link).done(),
                    Optional.empty()));

    assertThat(bench().books().orders(9, Optional.empty())).isEmpty();
  }

  private void commit(PaymentEvent event, Order order, String detail) {
    bench()
        .run(
            work -> {
              work.lock(order.id());
              work.commit(event, to(order).saying(detail).done(), Optional.empty());
            });
  }
}
