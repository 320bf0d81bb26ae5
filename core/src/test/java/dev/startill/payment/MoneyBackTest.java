package dev.startill.payment;

import static dev.startill.payment.Samples.ANN;
import static dev.startill.payment.Samples.CHARGE;
import static dev.startill.payment.Samples.NOON;
import static dev.startill.payment.Samples.ORDER;
import static dev.startill.payment.Samples.OTHER_REFUND;
import static dev.startill.payment.Samples.PAYLOAD;
import static dev.startill.payment.Samples.REFUND;
import static dev.startill.payment.Samples.SECOND_CHARGE;
import static dev.startill.payment.Samples.paid;
import static dev.startill.payment.Samples.received;
import static dev.startill.payment.Samples.stray;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Facts.Shelf;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.payment.Transition.Shelving;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stars on their way back: by wish, by policy, by somebody else, or never there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyBackTest {
  private static final Standing KEPT = new Standing.Kept();
  private static final Standing UNKNOWN = new Standing.Unknown(REFUND);
  private static final long FIFTY = 50_000_000_000L;

  @Nested
  class By_policy {
    @Test
    void a_second_charge_is_booked_and_sent_back_in_one_breath() {
      var transition = decide(paid(Goods.HANDED_OVER, KEPT), received(SECOND_CHARGE, ANN, 50));
      assertThat(transition.postings())
          .extracting(Posting::from, Posting::to)
          .containsExactly(
              tuple(Account.BUYER, Account.SUSPENSE), tuple(Account.SUSPENSE, Account.REFUNDING));
      assertThat(transition.messages())
          .containsExactly(new Message.Refund(SECOND_CHARGE, ANN, OTHER_REFUND, Optional.empty()));
      assertThat(transition.opened()).isEmpty();
    }

    @Test
    void a_charge_that_found_the_shelf_empty_goes_back() {
      var transition = decide(Samples.expired(), received(CHARGE, ANN, 50), Shelf.EMPTY);
      assertThat(transition.after())
          .containsExactly(paid(Goods.FAILED, new Standing.Returning(OTHER_REFUND)));
      assertThat(transition.opened()).isEmpty();
    }

    @Test
    void goods_that_failed_go_back_only_if_the_buyer_certainly_has_none() {
      var certain = new PaymentEvent.FulfilmentFailed(ORDER, "broken", false, NOON);
      var uncertain = new PaymentEvent.FulfilmentFailed(ORDER, "broken", true, NOON);
      assertThat(decide(paid(Goods.OWED, KEPT), certain).messages())
          .hasOnlyElementsOfType(Message.Refund.class)
          .hasSize(1);
      var held = decide(paid(Goods.OWED, KEPT), uncertain);
      assertThat(held.messages()).isEmpty();
      assertThat(held.opened()).containsExactly(CaseReason.FULFILMENT_FAILED);
    }

    @Test
    void a_mismatched_charge_never_goes_back_by_itself() {
      var transition = decide(Samples.open(), received(SECOND_CHARGE, ANN, 49));
      assertThat(transition.opened()).containsExactly(CaseReason.MISMATCHED_CHARGE);
      assertThat(transition.messages()).hasOnlyElementsOfType(Message.TellHeld.class);
    }

    @Test
    void nothing_goes_back_while_the_policy_holds() {
      var transition =
          PaymentLifecycle.decide(
              paid(Goods.HANDED_OVER, KEPT),
              received(SECOND_CHARGE, ANN, 50),
              Samples.facts(Shelf.UNCOUNTED, Handover.NONE, Samples.HOLDING));
      assertThat(transition.opened()).containsExactly(CaseReason.SECOND_CHARGE);
    }

    @Test
    void old_payments_that_come_to_light_are_not_announced_to_their_buyers() {
      var importing = new Policy(OTHER_REFUND, Set.of(), Optional.empty(), false, true);
      var transition =
          PaymentLifecycle.decide(
              Home.NOTHING,
              new PaymentEvent.ChargeReceived(Samples.charge(CHARGE), PAYLOAD, Via.STATEMENT, NOON),
              Samples.facts(Shelf.UNCOUNTED, Handover.NONE, importing));
      assertThat(transition.opened()).containsExactly(CaseReason.OWNERLESS_CHARGE);
      assertThat(transition.messages()).isEmpty();
    }
  }

  @Nested
  class By_wish {
    @Test
    void takes_two_postings_that_add_up_to_the_reverse_of_the_sale() {
      var asked = new PaymentEvent.RefundRequested(CHARGE, REFUND, "asked", NOON);
      var done = new PaymentEvent.RefundConfirmed(CHARGE, REFUND, NOON);
      var begun = decide(paid(Goods.REVOKED, KEPT), asked).postings();
      var ended = decide(paid(Goods.REVOKED, new Standing.Returning(REFUND)), done).postings();
      assertThat(begun)
          .containsExactly(
              new Posting(Account.SALES, Account.REFUNDING, FIFTY, "refunding:" + REFUND));
      assertThat(ended)
          .containsExactly(
              new Posting(Account.REFUNDING, Account.BUYER, FIFTY, "refund:" + CHARGE));
    }

    @Test
    void outside_the_window_asks_nobody_for_anything() {
      var ninety =
          new Policy(OTHER_REFUND, Set.of(), Optional.of(Duration.ofDays(90)), false, false);
      var facts = Samples.facts(Shelf.UNCOUNTED, Handover.NONE, ninety);
      var last = NOON.plus(Duration.ofDays(90));
      assertThat(refundAt(last, facts).messages()).isNotEmpty();
      assertThat(refundAt(last.plusNanos(1000), facts)).isEqualTo(Transition.quiet());
    }

    private static Transition refundAt(Instant at, Facts facts) {
      return PaymentLifecycle.decide(
          stray(KEPT), new PaymentEvent.RefundRequested(CHARGE, REFUND, "asked", at), facts);
    }
  }

  @Nested
  class Whose_answer_was_lost {
    @Test
    void waits_for_the_statement_with_a_case() {
      var lost = new PaymentEvent.RefundLost(CHARGE, REFUND, "timeout", NOON);
      var transition = decide(paid(Goods.REVOKED, new Standing.Returning(REFUND)), lost);
      assertThat(transition.after()).containsExactly(paid(Goods.REVOKED, UNKNOWN));
      assertThat(transition.opened()).containsExactly(CaseReason.REFUND_UNKNOWN);
      assertThat(transition.postings()).isEmpty();
    }

    @Test
    void was_made_if_the_statement_shows_it() {
      var seen = new PaymentEvent.RefundSeen(Samples.charge(CHARGE), PAYLOAD, Via.STATEMENT, NOON);
      var transition = decide(paid(Goods.REVOKED, UNKNOWN), seen);
      assertThat(transition.after()).containsExactly(paid(Goods.REVOKED, new Standing.Returned()));
      assertThat(transition.closed()).contains(CaseReason.REFUND_UNKNOWN);
      assertThat(transition.opened()).isEmpty();
    }

    @Test
    void is_asked_for_again_if_the_statement_does_not() {
      var again = new PaymentEvent.RefundNotSeen(CHARGE, REFUND, NOON);
      for (var home : List.of(paid(Goods.REVOKED, UNKNOWN), stray(UNKNOWN))) {
        var transition = decide(home, again);
        assertThat(transition.messages()).hasOnlyElementsOfType(Message.Refund.class).hasSize(1);
        assertThat(transition.postings()).isEmpty();
        assertThat(transition.closed()).isEmpty();
      }
    }
  }

  @Nested
  class Nobody_here_asked_for {
    @Test
    void takes_the_goods_back_and_opens_a_case() {
      var seen = new PaymentEvent.RefundSeen(Samples.charge(CHARGE), PAYLOAD, Via.UPDATE, NOON);
      var transition = decide(paid(Goods.HANDED_OVER, KEPT), seen);
      assertThat(transition.messages()).containsExactly(new Message.Revoke(ORDER, ANN));
      assertThat(transition.opened()).containsExactly(CaseReason.REFUND_NOT_OURS);
    }
  }

  @Nested
  class That_never_came {
    private final PaymentEvent missing = new PaymentEvent.ChargeMissing(CHARGE, NOON);

    @Test
    void leave_the_ledger_and_by_policy_their_goods_are_taken_back() {
      var transition = decide(paid(Goods.HANDED_OVER, KEPT), missing);
      assertThat(transition.postings())
          .containsExactly(new Posting(Account.SALES, Account.BUYER, FIFTY, "missing:" + CHARGE));
      assertThat(transition.messages()).containsExactly(new Message.Revoke(ORDER, ANN));
      assertThat(transition.opened()).containsExactly(CaseReason.NOT_ON_STATEMENT);
    }

    @Test
    void leave_the_goods_alone_while_the_policy_holds() {
      var transition =
          PaymentLifecycle.decide(
              paid(Goods.HANDED_OVER, KEPT),
              missing,
              Samples.facts(Shelf.HELD, Handover.NONE, Samples.HOLDING));
      assertThat(transition.messages()).isEmpty();
      assertThat(transition.shelving()).isEqualTo(Shelving.NONE);
    }

    @Test
    void and_came_after_all_are_booked_again_and_the_goods_are_owed() {
      var found =
          new PaymentEvent.ChargeReceived(Samples.charge(CHARGE), PAYLOAD, Via.STATEMENT, NOON);
      var transition = decide(paid(Goods.REVOKED, new Standing.Missing()), found);
      assertThat(transition.after()).containsExactly(paid(Goods.OWED, KEPT));
      assertThat(transition.postings())
          .containsExactly(new Posting(Account.BUYER, Account.SALES, FIFTY, "found:" + CHARGE));
      assertThat(transition.closed()).containsExactly(CaseReason.NOT_ON_STATEMENT);
    }

    @Test
    void are_not_sent_back() {
      var asked = new PaymentEvent.RefundRequested(CHARGE, REFUND, "asked", NOON);
      assertThat(decide(paid(Goods.HANDED_OVER, new Standing.Missing()), asked))
          .isEqualTo(Transition.quiet());
    }
  }

  @Nested
  class At_the_desk {
    @Test
    void a_stray_charge_becomes_a_sale_and_can_still_go_back_from_there() {
      var accepted = decide(stray(KEPT), new PaymentEvent.ChargeAccepted(CHARGE, "ok", NOON));
      assertThat(accepted.postings())
          .containsExactly(
              new Posting(Account.SUSPENSE, Account.SALES, FIFTY, "accepted:" + CHARGE));
      var asked = new PaymentEvent.RefundRequested(CHARGE, REFUND, "asked", NOON);
      assertThat(decide(accepted.after().getFirst(), asked).postings().getFirst().from())
          .isEqualTo(Account.SALES);
    }

    @Test
    void goods_that_failed_are_handed_over_again_once_there_is_one() {
      var again = new PaymentEvent.HandOverAsked(ORDER, "again", NOON);
      assertThat(decide(paid(Goods.FAILED, KEPT), again, Shelf.EMPTY))
          .isEqualTo(Transition.quiet());
      var transition = decide(paid(Goods.FAILED, KEPT), again, Shelf.FREE);
      assertThat(transition.shelving()).isEqualTo(Shelving.SELL);
      assertThat(transition.messages()).containsExactly(new Message.HandOver(ORDER, ANN));
    }

    @Test
    void every_case_has_something_that_can_be_done() {
      for (var reason : CaseReason.values()) {
        assertThat(Advice.on(reason).resolutions()).as(reason.name()).isNotEmpty();
      }
    }
  }

  private static Transition decide(Home home, PaymentEvent event) {
    return decide(home, event, Shelf.UNCOUNTED);
  }

  private static Transition decide(Home home, PaymentEvent event, Shelf shelf) {
    return PaymentLifecycle.decide(
        home, event, Samples.facts(shelf, Handover.NONE, Samples.RETURNING));
  }
}
