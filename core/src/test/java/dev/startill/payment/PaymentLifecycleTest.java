package dev.startill.payment;

import static dev.startill.payment.Samples.ANN;
import static dev.startill.payment.Samples.CHARGE;
import static dev.startill.payment.Samples.CHECKOUT;
import static dev.startill.payment.Samples.FRESH;
import static dev.startill.payment.Samples.NOON;
import static dev.startill.payment.Samples.ORDER;
import static dev.startill.payment.Samples.SECOND_CHARGE;
import static dev.startill.payment.Samples.TERMS;
import static dev.startill.payment.Samples.approved;
import static dev.startill.payment.Samples.approvedOnLink;
import static dev.startill.payment.Samples.checkout;
import static dev.startill.payment.Samples.expired;
import static dev.startill.payment.Samples.facts;
import static dev.startill.payment.Samples.open;
import static dev.startill.payment.Samples.paid;
import static dev.startill.payment.Samples.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Golden;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Facts.Shelf;
import dev.startill.payment.Transition.Shelving;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaymentLifecycleTest {
  private static final Standing KEPT = new Standing.Kept();

  @Test
  void is_on_one_page_of_the_docs() {
    Golden.page("docs/reference/lifecycle.md", LifecycleTable.page());
  }

  @Test
  void answers_every_pair_without_an_exception_and_books_money_once() {
    for (var home : Samples.homes().values()) {
      for (var event : Samples.events().values()) {
        for (var shelf : Shelf.values()) {
          for (var handover : Handover.values()) {
            var transition = PaymentLifecycle.decide(home, event, facts(shelf, handover));
            assertThat(transition.postings()).extracting("source").doesNotHaveDuplicates();
            assertThat(transition.postings().isEmpty() || !transition.after().isEmpty()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void stars_that_are_booked_as_foreign_move_from_there_and_nothing_else_differs() {
    for (var home : Samples.homes().values()) {
      for (var event : Samples.events().values()) {
        for (var shelf : Shelf.values()) {
          var usual =
              PaymentLifecycle.decide(
                  home, event, facts(shelf, Handover.NONE, Samples.RETURNING, false));
          var foreign =
              PaymentLifecycle.decide(
                  home, event, facts(shelf, Handover.NONE, Samples.RETURNING, true));
          assertThat(foreign).isEqualTo(fromForeign(usual));
        }
      }
    }
  }

  private static Transition fromForeign(Transition usual) {
    return new Transition(
        usual.after(),
        usual.postings().stream().map(PaymentLifecycleTest::fromForeign).toList(),
        usual.shelving(),
        usual.withdraw(),
        usual.messages(),
        usual.opened(),
        usual.closed(),
        usual.detail(),
        usual.answer());
  }

  private static Posting fromForeign(Posting posting) {
    var claimed = posting.source().replace("charge:", "claimed:");
    return posting.source().startsWith("charge:")
        ? new Posting(Account.FOREIGN, posting.to(), posting.nanostars(), claimed)
        : posting;
  }

  @Nested
  class Checkout {
    @Test
    void holds_the_last_one_for_its_buyer() {
      var transition = decide(open(), checkout(ANN, 50, "XTR"), Shelf.FREE);
      assertThat(transition.shelving()).isEqualTo(Shelving.HOLD);
      assertThat(transition.answer()).containsInstanceOf(Answer.Approve.class);
    }

    @Test
    void a_second_one_of_the_owner_renews_the_hold_and_holds_no_second_code() {
      var transition = decide(approved(), checkout(ANN, 50, "XTR"), Shelf.HELD);
      assertThat(transition.shelving()).isEqualTo(Shelving.NONE);
      assertThat(transition.answer())
          .contains(new Answer.Approve(Samples.SECOND_CHECKOUT, ORDER, true));
    }

    @Test
    void on_an_approved_order_whose_code_is_gone_takes_another_or_declines() {
      assertThat(decide(approved(), checkout(ANN, 50, "XTR"), Shelf.FREE).shelving())
          .isEqualTo(Shelving.HOLD);
      assertThat(reason(decide(approved(), checkout(ANN, 50, "XTR"), Shelf.EMPTY)))
          .isEqualTo(Answer.Reason.SOLD_OUT);
    }

    @Test
    void of_a_stranger_leaves_the_owners_order_as_it_was() {
      var transition = decide(approved(), checkout(Samples.BOB, 50, "XTR"), Shelf.HELD);
      assertThat(transition.after()).isEmpty();
      assertThat(reason(transition)).isEqualTo(Answer.Reason.SOMEBODY_ELSES);
    }

    @Test
    void after_the_validity_is_declined_even_before_the_clock_has_noticed() {
      var late =
          new PaymentEvent.CheckoutArrived(
              CHECKOUT,
              ANN,
              Samples.PAYLOAD,
              new PaymentEvent.Asked(50, "XTR"),
              TERMS.validUntil());
      assertThat(reason(decide(open(), late, Shelf.FREE))).isEqualTo(Answer.Reason.EXPIRED);
    }

    @Test
    void on_a_link_gives_each_payer_an_order_of_their_own() {
      var link = new Link(Samples.LINK, Samples.LINK_TERMS, false);
      var born = decide(link, checkout(Samples.BOB, 50, "XTR"), Shelf.FREE).after().getFirst();
      assertThat(born)
          .isInstanceOfSatisfying(
              Order.Approved.class,
              order -> {
                assertThat(order.id()).isEqualTo(FRESH);
                assertThat(order.terms().owner().allows(Samples.BOB)).isTrue();
                assertThat(order.terms().owner().allows(ANN)).isFalse();
              });
    }

    @Test
    void on_a_link_that_closed_meanwhile_is_declined_even_for_an_approved_payer() {
      var closed =
          new Facts(
              Shelf.HELD,
              Handover.NONE,
              false,
              FRESH,
              NOON.plus(Duration.ofMinutes(15)),
              Samples.HOLDING,
              false);
      var transition = PaymentLifecycle.decide(approvedOnLink(), checkout(ANN, 50, "XTR"), closed);
      assertThat(reason(transition)).isEqualTo(Answer.Reason.CLOSED);
    }
  }

  @Nested
  class Charged {
    @Test
    void late_still_fulfils_while_there_is_a_code() {
      var transition = decide(expired(), received(CHARGE, ANN, 50), Shelf.FREE);
      assertThat(transition.after()).containsExactly(paid(Goods.OWED, KEPT));
      assertThat(transition.shelving()).isEqualTo(Shelving.SELL);
    }

    @Test
    void late_and_sold_out_is_paid_with_a_case_and_the_buyer_is_told() {
      var transition = decide(expired(), received(CHARGE, ANN, 50), Shelf.EMPTY);
      assertThat(transition.after()).containsExactly(paid(Goods.FAILED, KEPT));
      assertThat(transition.opened()).containsExactly(CaseReason.SOLD_OUT_AFTER_PAYMENT);
      assertThat(transition.messages()).hasOnlyElementsOfType(Message.TellHeld.class);
    }

    @Test
    void twice_with_one_id_says_nothing() {
      var transition =
          decide(paid(Goods.HANDED_OVER, KEPT), received(CHARGE, ANN, 50), Shelf.UNCOUNTED);
      assertThat(transition).isEqualTo(Transition.quiet());
    }

    @Test
    void twice_with_two_ids_holds_the_second_in_suspense() {
      var transition =
          decide(paid(Goods.OWED, KEPT), received(SECOND_CHARGE, ANN, 50), Shelf.UNCOUNTED);
      assertThat(transition.postings().getFirst().to()).isEqualTo(Account.SUSPENSE);
      assertThat(transition.opened()).containsExactly(CaseReason.SECOND_CHARGE);
    }

    @Test
    void after_its_own_refund_was_seen_is_booked_with_it_once() {
      var seen =
          new PaymentEvent.RefundSeen(
              Samples.charge(CHARGE), Samples.PAYLOAD, PaymentEvent.Via.UPDATE, NOON);
      var transition = decide(Home.NOTHING, seen, Shelf.UNCOUNTED);
      assertThat(transition.postings())
          .extracting("from")
          .containsExactly(Account.BUYER, Account.SUSPENSE);
      assertThat(transition.messages()).isEmpty();
    }
  }

  @Nested
  class Offer {
    @Test
    void that_changed_retire_the_open_order_and_open_a_new_one() {
      var event = new PaymentEvent.InvoiceRequested(ANN, new_price(), NOON);
      var transition = decide(open(), event, Shelf.UNCOUNTED);
      assertThat(transition.after())
          .containsExactly(
              expired(), new Order.Open(FRESH, new_price(), java.util.Optional.empty()));
    }

    @Test
    void that_changed_leave_an_approved_order_its_hold_and_end_its_validity() {
      var event = new PaymentEvent.InvoiceRequested(ANN, new_price(), NOON);
      var retired = decide(approved(), event, Shelf.HELD).after().getFirst();
      assertThat(retired)
          .isInstanceOfSatisfying(
              Order.Approved.class, a -> assertThat(a.terms().validUntil()).isEqualTo(NOON));
      assertThat(decide(retired, received(CHARGE, ANN, 50), Shelf.HELD).after().getFirst())
          .isInstanceOf(Order.Paid.class);
    }

    @Test
    void that_are_the_same_but_for_the_time_send_the_same_invoice_again() {
      var later = TERMS.validUntil(TERMS.validUntil().plusSeconds(60));
      var transition =
          decide(open(), new PaymentEvent.InvoiceRequested(ANN, later, NOON), Shelf.UNCOUNTED);
      assertThat(transition.after())
          .containsExactly(new Order.Open(ORDER, later, java.util.Optional.empty()));
      assertThat(transition.messages()).containsExactly(new Message.SendInvoice(ORDER, ANN));
    }

    @Test
    void of_a_shorter_time_shorten_the_validity_of_an_order_that_is_about_to_be_paid() {
      var sooner = TERMS.validUntil(NOON.plusSeconds(60));
      var transition =
          decide(approved(), new PaymentEvent.OrderRequested(sooner, NOON), Shelf.UNCOUNTED);
      assertThat(transition.after())
          .singleElement()
          .isInstanceOfSatisfying(
              Order.Approved.class, a -> assertThat(a.terms()).isEqualTo(sooner));
      assertThat(transition.messages()).isEmpty();
    }

    @Test
    void by_a_link_open_an_order_and_tell_nobody() {
      var transition =
          decide(Home.NOTHING, new PaymentEvent.OrderRequested(TERMS, NOON), Shelf.UNCOUNTED);
      assertThat(transition.after())
          .containsExactly(new Order.Open(FRESH, TERMS, java.util.Optional.empty()));
      assertThat(transition.messages()).isEmpty();
    }

    private dev.startill.catalog.Terms new_price() {
      return new dev.startill.catalog.Terms(
          TERMS.product(),
          TERMS.title(),
          TERMS.description(),
          new dev.startill.money.Stars(60),
          TERMS.delivery(),
          TERMS.owner(),
          TERMS.validUntil());
    }
  }

  private static Transition decide(Home home, PaymentEvent event, Shelf shelf) {
    return PaymentLifecycle.decide(home, event, facts(shelf, Handover.NONE));
  }

  private static Answer.Reason reason(Transition transition) {
    return transition.answer().orElseThrow() instanceof Answer.Decline decline
        ? decline.reason()
        : Answer.Reason.NOT_RECORDED;
  }
}
