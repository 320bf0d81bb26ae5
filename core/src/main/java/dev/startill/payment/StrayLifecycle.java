package dev.startill.payment;

import dev.startill.ledger.Source.Kind;
import dev.startill.payment.PaymentEvent.ChargeAccepted;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.OfOrder;
import dev.startill.payment.PaymentEvent.RefundRequested;
import dev.startill.payment.PaymentEvent.RefundSeen;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.settings.Refunds.Automatic;

/**
 * Stars that pay for no order: booked to Suspense and shown as a case, or sent back at once where
 * the merchant's policy says so. Pure and total.
 */
final class StrayLifecycle {
  private StrayLifecycle() {}

  static Transition decide(StrayCharge stray, PaymentEvent event, Facts facts) {
    return switch (event) {
      case ChargeReceived e -> statedAfterAll(stray, e);
      case OfCharge e -> move(stray, e, facts);
      case OfOrder e -> Transition.quiet();
    };
  }

  /** Books a charge that no order takes. */
  static Transition hold(ChargeReceived event, StrayCharge.Why why, Facts facts) {
    var charge = event.charge();
    var stray = new StrayCharge(charge, why, event.payload());
    var what = "%s, %s%s".formatted(reasonOf(why), event.payload().text(), recovered(event));
    return goesBack(why, facts.policy())
        ? sendBack(stray, facts).saying(what + "; sent back by policy").done()
        : keep(stray, facts).saying(what).done();
  }

  private static Transition.Draft keep(StrayCharge stray, Facts facts) {
    var charge = stray.charge();
    var draft =
        Transition.to(stray)
            .posting(Movements.of(stray).arrival(facts))
            .opening(reasonOf(stray.why()));
    return facts.policy().importing()
        ? draft
        : draft.sending(new Message.TellHeld(charge.id(), charge.buyer()));
  }

  private static Transition.Draft sendBack(StrayCharge stray, Facts facts) {
    var refund = facts.policy().refund();
    return Transition.to(stray.standing(new Standing.Returning(refund)))
        .posting(Movements.of(stray).arrival(facts))
        .posting(Movements.of(stray).setAside(refund))
        .sending(Message.Refund.of(stray, refund));
  }

  private static boolean goesBack(StrayCharge.Why why, Policy policy) {
    return switch (why) {
      case SECOND -> policy.sendsBack(Automatic.SECOND_CHARGE);
      case OWNERLESS -> policy.sendsBack(Automatic.OWNERLESS_CHARGE);
      case MISMATCHED, ACCEPTED -> false;
    };
  }

  /** What the history says of Stars that only the statement told of. */
  static String recovered(ChargeReceived event) {
    return event.via() == Via.STATEMENT ? "; recovered from the statement" : "";
  }

  /**
   * The refund came before its charge: both are booked, and the charge's own update finds it known.
   */
  static Transition bookReturned(RefundSeen event, Facts facts) {
    var charge = event.refunded();
    var stray = new StrayCharge(charge, StrayCharge.Why.OWNERLESS, event.payload());
    return Transition.to(stray.standing(new Standing.Returned()))
        .posting(Movements.of(stray).arrival(facts))
        .posting(Movements.of(stray).departure(charge.standing(), Kind.REFUND))
        .saying("refunded before the charge was seen")
        .done();
  }

  private static Transition statedAfterAll(StrayCharge stray, ChargeReceived event) {
    var missed =
        stray.charge().standing() instanceof Standing.Missing
            && stray.charge().id().equals(event.charge().id())
            && event.via() == Via.STATEMENT;
    if (!missed) {
      return Transition.quiet();
    }
    var draft =
        Transition.to(stray.standing(new Standing.Kept()))
            .posting(Movements.of(stray).found())
            .closing(CaseReason.NOT_ON_STATEMENT)
            .saying("on the statement after all");
    return isAccepted(stray) ? draft.done() : draft.opening(reasonOf(stray.why())).done();
  }

  private static Transition move(StrayCharge stray, OfCharge event, Facts facts) {
    var from = stray.charge().standing();
    var money = Movements.of(stray);
    var move = ChargeLifecycle.move(from, event);
    var draft = Transition.to(stray.standing(ChargeLifecycle.after(from, move, event)));
    return switch (move) {
      case STAY -> Transition.quiet();
      case BEGIN -> begin(draft, stray, event, facts);
      case AGAIN -> again(draft, stray, event);
      case RETURN -> gone(draft, stray).posting(money.departure(from, Kind.REFUND)).done();
      case RETURN_UNASKED ->
          gone(draft, stray)
              .posting(money.departure(from, Kind.REFUND))
              .opening(CaseReason.REFUND_NOT_OURS)
              .done();
      case KEEP -> refused(draft, stray, event);
      case LOSE -> draft.opening(CaseReason.REFUND_UNKNOWN).saying(wordsOf(event)).done();
      case TAKE_BACK ->
          gone(draft, stray)
              .posting(money.departure(from, Kind.CHARGEBACK))
              .opening(CaseReason.CHARGED_BACK)
              .done();
      case TAKE_TWICE ->
          draft
              .posting(money.departure(from, Kind.CHARGEBACK))
              .opening(CaseReason.RETURNED_TWICE)
              .done();
      case DOUBT -> draft.opening(CaseReason.RETURNED_TWICE).saying(wordsOf(event)).done();
      case MISS ->
          decided(draft, stray)
              .posting(money.missing())
              .opening(CaseReason.NOT_ON_STATEMENT)
              .done();
      case ACCEPT -> accept(stray, event);
    };
  }

  private static Transition begin(
      Transition.Draft draft, StrayCharge stray, OfCharge event, Facts facts) {
    return event instanceof RefundRequested asked
            && facts.policy().mayReturn(stray.charge(), event.at())
        ? draft
            .posting(Movements.of(stray).setAside(asked.refund()))
            .sending(Message.Refund.of(stray, asked.refund()))
            .saying(asked.reason())
            .done()
        : Transition.quiet();
  }

  private static Transition again(Transition.Draft draft, StrayCharge stray, OfCharge event) {
    return event instanceof PaymentEvent.RefundNotSeen lost
        ? draft
            .sending(Message.Refund.of(stray, lost.refund()))
            .saying("not made; asked for again")
            .done()
        : Transition.quiet();
  }

  private static Transition refused(Transition.Draft draft, StrayCharge stray, OfCharge event) {
    if (!(event instanceof PaymentEvent.RefundRefused refused)) {
      return Transition.quiet();
    }
    draft
        .posting(Movements.of(stray).putBack(refused.refund()))
        .closing(CaseReason.REFUND_UNKNOWN)
        .opening(CaseReason.REFUND_REFUSED)
        .saying(refused.reason());
    return isAccepted(stray) ? draft.done() : draft.opening(reasonOf(stray.why())).done();
  }

  private static Transition accept(StrayCharge stray, OfCharge event) {
    return event instanceof ChargeAccepted accepted && !isAccepted(stray)
        ? Transition.to(stray.accepted())
            .posting(Movements.of(stray).accepted())
            .closing(reasonOf(stray.why()))
            .closing(CaseReason.REFUND_REFUSED)
            .saying(accepted.note())
            .done()
        : Transition.quiet();
  }

  /** There is nothing to decide about Stars that are not here. */
  private static Transition.Draft decided(Transition.Draft draft, StrayCharge stray) {
    return isAccepted(stray) ? draft : draft.closing(reasonOf(stray.why()));
  }

  private static boolean isAccepted(StrayCharge stray) {
    return stray.why() == StrayCharge.Why.ACCEPTED;
  }

  private static Transition.Draft gone(Transition.Draft draft, StrayCharge stray) {
    return decided(draft, stray)
        .closing(CaseReason.REFUND_UNKNOWN)
        .closing(CaseReason.REFUND_REFUSED);
  }

  /** What an event says of itself to whoever reads the history. */
  static String wordsOf(OfCharge event) {
    return switch (event) {
      case RefundRequested e -> e.reason();
      case PaymentEvent.RefundRefused e -> e.reason();
      case PaymentEvent.RefundLost e -> e.reason();
      case PaymentEvent.ChargeUnreadable e -> e.reason();
      case ChargeAccepted e -> e.note();
      case PaymentEvent.RefundConfirmed e -> "";
      case PaymentEvent.RefundNotSeen e -> "";
      case PaymentEvent.ChargeMissing e -> "";
      case PaymentEvent.ChargedBack e -> "";
      case RefundSeen e -> e.via() == Via.STATEMENT ? "read on the statement" : "";
    };
  }

  private static CaseReason reasonOf(StrayCharge.Why why) {
    return switch (why) {
      case OWNERLESS -> CaseReason.OWNERLESS_CHARGE;
      case SECOND -> CaseReason.SECOND_CHARGE;
      case MISMATCHED, ACCEPTED -> CaseReason.MISMATCHED_CHARGE;
    };
  }
}
