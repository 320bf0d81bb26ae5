package dev.startill.payment;

import static dev.startill.payment.Samples.ANN;
import static dev.startill.payment.Samples.CHARGE;
import static dev.startill.payment.Samples.NOON;
import static dev.startill.payment.Samples.ORDER;
import static dev.startill.payment.Samples.REFUND;
import static dev.startill.payment.Samples.facts;
import static dev.startill.payment.Samples.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Facts.Shelf;
import dev.startill.payment.Transition.Shelving;
import org.junit.jupiter.api.Test;

/** What becomes of the goods of a charge that goes back. */
class RefundedGoodsTest {
  private static final Standing KEPT = new Standing.Kept();
  private static final Standing RETURNING = new Standing.Returning(REFUND);

  @Test
  void withdraws_goods_that_have_not_left() {
    var transition = request(paid(Goods.OWED, KEPT), Handover.WAITING);
    assertThat(transition.withdraw()).isTrue();
    assertThat(transition.messages()).hasOnlyElementsOfType(Message.Refund.class);
  }

  @Test
  void lets_goods_in_flight_end_then_revokes_them_then_returns_the_stars() {
    var transition = request(paid(Goods.OWED, KEPT), Handover.BEGUN);
    assertThat(transition.after())
        .containsExactly(paid(Goods.OWED, new Standing.Returning(REFUND)));
    assertThat(transition.messages())
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Revoke", "Refund");
  }

  @Test
  void that_is_confirmed_releases_a_code_that_was_never_sent() {
    var confirmed = new PaymentEvent.RefundConfirmed(CHARGE, REFUND, NOON);
    var transition = decide(paid(Goods.OWED, RETURNING), confirmed, Shelf.HELD);
    assertThat(transition.shelving()).isEqualTo(Shelving.RELEASE);
    assertThat(transition.after()).containsExactly(paid(Goods.REVOKED, new Standing.Returned()));
  }

  @Test
  void that_is_confirmed_marks_a_code_that_was_shown_as_taken_back() {
    var confirmed = new PaymentEvent.RefundConfirmed(CHARGE, REFUND, NOON);
    var transition = decide(paid(Goods.REVOKED, RETURNING), confirmed, Shelf.HELD);
    assertThat(transition.shelving()).isEqualTo(Shelving.REVOKE);
  }

  @Test
  void that_is_refused_owes_withheld_goods_again() {
    var refused = new PaymentEvent.RefundRefused(CHARGE, REFUND, "no", NOON);
    var transition = decide(paid(Goods.OWED, RETURNING), refused, Shelf.HELD);
    assertThat(transition.after()).containsExactly(paid(Goods.OWED, KEPT));
    assertThat(transition.messages()).containsExactly(new Message.HandOver(ORDER, ANN));
  }

  @Test
  void that_is_refused_leaves_what_was_read_with_its_reader() {
    var refused = new PaymentEvent.RefundRefused(CHARGE, REFUND, "no", NOON);
    var transition = decide(paid(Goods.REVOKED, RETURNING), refused, Shelf.HELD);
    assertThat(transition.after()).containsExactly(paid(Goods.HANDED_OVER, KEPT));
    assertThat(transition.messages()).isEmpty();
  }

  @Test
  void while_one_is_under_way_is_not_begun_again() {
    assertThat(request(paid(Goods.HANDED_OVER, RETURNING), Handover.NONE))
        .isEqualTo(Transition.quiet());
    assertThat(request(paid(Goods.HANDED_OVER, new Standing.Unknown(REFUND)), Handover.NONE))
        .isEqualTo(Transition.quiet());
  }

  @Test
  void and_chargeback_of_one_charge_is_a_case() {
    var back = new PaymentEvent.ChargedBack(CHARGE, NOON);
    var transition = decide(paid(Goods.REVOKED, new Standing.Returned()), back, Shelf.UNCOUNTED);
    assertThat(transition.opened()).containsExactly(CaseReason.RETURNED_TWICE);
  }

  @Test
  void makes_a_second_handed_over_after_the_revoke_stay_quiet() {
    var handed = new PaymentEvent.GoodsHandedOver(ORDER, NOON);
    assertThat(decide(paid(Goods.REVOKED, new Standing.Returned()), handed, Shelf.UNCOUNTED))
        .isEqualTo(Transition.quiet());
  }

  private static Transition request(Order.Paid order, Handover handover) {
    return PaymentLifecycle.decide(
        order,
        new PaymentEvent.RefundRequested(CHARGE, REFUND, "asked", NOON),
        facts(Shelf.UNCOUNTED, handover));
  }

  private static Transition decide(Home home, PaymentEvent event, Shelf shelf) {
    return PaymentLifecycle.decide(home, event, facts(shelf, Handover.NONE));
  }
}
