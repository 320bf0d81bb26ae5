package dev.startill.payment;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.OfOrder;
import dev.startill.payment.PaymentEvent.RefundRequested;
import dev.startill.payment.PaymentEvent.RefundSeen;
import java.util.Optional;

/**
 * Stars that pay for no order: booked to Suspense, shown as a case, and sent back only when
 * somebody asks. Pure and total.
 */
final class StrayLifecycle {
  private StrayLifecycle() {}

  static Transition decide(StrayCharge stray, PaymentEvent event) {
    return switch (event) {
      case OfCharge e -> move(stray, e);
      case OfOrder e -> Transition.quiet();
    };
  }

  /** Books a charge that no order takes. */
  static Transition hold(ChargeReceived event, StrayCharge.Why why) {
    var charge = event.charge();
    return Transition.to(new StrayCharge(charge, why, event.payload()))
        .posting(arrival(charge))
        .sending(new Message.TellHeld(charge.id(), charge.buyer()))
        .opening(reasonOf(why))
        .saying("%s, %s".formatted(reasonOf(why), event.payload().text()))
        .done();
  }

  /**
   * The refund came before its charge: both are booked, and the charge's own update finds it known.
   */
  static Transition bookReturned(RefundSeen event) {
    var charge = event.refunded().standing(new Standing.Returned());
    var arrival = arrival(charge);
    return Transition.to(new StrayCharge(charge, StrayCharge.Why.OWNERLESS, event.payload()))
        .posting(arrival)
        .posting(arrival.reversed("refund:" + charge.id()))
        .saying("refunded before the charge was seen")
        .done();
  }

  private static Transition move(StrayCharge stray, OfCharge event) {
    var charge = stray.charge();
    var move = ChargeLifecycle.move(charge.standing(), event);
    var draft =
        Transition.to(stray.standing(ChargeLifecycle.after(charge.standing(), move, event)));
    return switch (move) {
      case STAY -> Transition.quiet();
      case BEGIN -> refund(draft, charge, event).done();
      case RETURN ->
          draft
              .posting(departure(charge, "refund:"))
              .closing(reasonOf(stray.why()))
              .closing(CaseReason.REFUND_UNKNOWN)
              .done();
      case RETURN_UNASKED ->
          draft
              .posting(departure(charge, "refund:"))
              .closing(reasonOf(stray.why()))
              .opening(CaseReason.REFUND_NOT_OURS)
              .done();
      case KEEP ->
          draft.closing(CaseReason.REFUND_UNKNOWN).opening(CaseReason.REFUND_REFUSED).done();
      case LOSE -> draft.opening(CaseReason.REFUND_UNKNOWN).done();
      case TAKE_BACK ->
          draft
              .posting(departure(charge, "chargeback:"))
              .closing(reasonOf(stray.why()))
              .opening(CaseReason.CHARGED_BACK)
              .done();
      case TAKE_TWICE ->
          draft
              .posting(departure(charge, secondCause(event)))
              .opening(CaseReason.RETURNED_TWICE)
              .done();
    };
  }

  private static Transition.Draft refund(Transition.Draft draft, Charge charge, OfCharge event) {
    return event instanceof RefundRequested asked
        ? draft
            .sending(
                new Message.Refund(charge.id(), charge.buyer(), asked.refund(), Optional.empty()))
            .saying(asked.reason())
        : draft;
  }

  /** Which of the two ways out was the second. */
  static String secondCause(OfCharge event) {
    return event instanceof PaymentEvent.ChargedBack ? "chargeback:" : "refund:";
  }

  private static Posting arrival(Charge charge) {
    return new Posting(
        Account.BUYER, Account.SUSPENSE, charge.amount().toNanos(), "charge:" + charge.id());
  }

  private static Posting departure(Charge charge, String cause) {
    return arrival(charge).reversed(cause + charge.id());
  }

  private static CaseReason reasonOf(StrayCharge.Why why) {
    return switch (why) {
      case OWNERLESS -> CaseReason.OWNERLESS_CHARGE;
      case SECOND -> CaseReason.SECOND_CHARGE;
      case MISMATCHED -> CaseReason.MISMATCHED_CHARGE;
    };
  }
}
