package dev.startill.payment;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Owner;
import dev.startill.ledger.Posting;
import dev.startill.party.BuyerId;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.RefundSeen;
import dev.startill.payment.PaymentEvent.Via;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Wrong decisions. */
final class Mistakes {
  private Mistakes() {}

  static Transition aSecondChargeIsDropped(
      Order.Paid order, ChargeReceived event, Facts facts, MethodHandle shipped) throws Throwable {
    return order.charge().id().equals(event.charge().id())
        ? (Transition) shipped.invoke(order, event, facts)
        : Transition.quiet();
  }

  static Transition aLateChargeIsDropped(
      Order order, ChargeReceived event, Facts facts, MethodHandle shipped) throws Throwable {
    return order instanceof Order.Expired
        ? Transition.quiet()
        : (Transition) shipped.invoke(order, event, facts);
  }

  static Transition aRefundOfTheUnknownIsDropped(
      RefundSeen event, Facts facts, MethodHandle shipped) {
    return Transition.quiet();
  }

  static boolean anybodyMayPay(Owner owner, BuyerId buyer, MethodHandle shipped) {
    return true;
  }

  static Transition recoveredGoodsStayHere(
      Order order, ChargeReceived event, Facts facts, MethodHandle shipped) throws Throwable {
    var paid = (Transition) shipped.invoke(order, event, facts);
    return event.via() == Via.STATEMENT ? without(paid) : paid;
  }

  private static Transition without(Transition paid) {
    return new Transition(
        paid.after(),
        paid.postings(),
        paid.shelving(),
        paid.withdraw(),
        List.of(),
        paid.opened(),
        paid.closed(),
        paid.detail(),
        paid.answer());
  }

  static Transition nobodyHearsThatItIsSoldOut(
      Order.Paid order, Facts facts, MethodHandle shipped) {
    return Transition.to(order).posting(Movements.of(order).arrival(facts)).done();
  }

  static Transition.Draft aHoldHoldsNothing(
      Transition.Draft draft, Transition.Shelving shelving, MethodHandle shipped) {
    return draft;
  }

  static boolean goodsAreNeverTakenBack(Order.Paid order, Facts facts, MethodHandle shipped)
      throws Throwable {
    return !(order.terms().delivery() instanceof Delivery.Handler)
        && (boolean) shipped.invoke(order, facts);
  }

  static Transition.Draft whatWasSeenIsFreeAgain(
      Transition.Draft draft, Transition.Shelving shelving, MethodHandle shipped) {
    return draft.shelving(Transition.Shelving.RELEASE);
  }

  static Standing aRefundIsNotWrittenDown(
      Standing standing, ChargeLifecycle.Move move, OfCharge event, MethodHandle shipped)
      throws Throwable {
    return move == ChargeLifecycle.Move.BEGIN
        ? standing
        : (Standing) shipped.invoke(standing, move, event);
  }

  static boolean whatIsNotKnownGoesBack(StrayCharge.Why why, Policy policy, MethodHandle shipped)
      throws Throwable {
    return why == StrayCharge.Why.OWNERLESS || (boolean) shipped.invoke(why, policy);
  }

  static Transition.Draft missingStarsStayInTheBooks(
      Transition.Draft draft, Posting posting, MethodHandle shipped) {
    return draft;
  }

  static boolean whatWasSetAsideIsForgotten(Standing standing, MethodHandle shipped) {
    return false;
  }

  static Transition.Draft nobodyHearsOfStarsWithoutAnOrder(
      Transition.Draft draft, CaseReason reason, MethodHandle shipped) {
    return draft;
  }

  static ChargeLifecycle.Move aRefundBeginsTwice(
      RefundId refund, OfCharge event, MethodHandle shipped) throws Throwable {
    return event instanceof PaymentEvent.RefundRequested
        ? ChargeLifecycle.Move.BEGIN
        : (ChargeLifecycle.Move) shipped.invoke(refund, event);
  }

  static Transition nobodyWritesDownWhatWasTakenBack(
      Order.Paid order, Facts facts, MethodHandle shipped) {
    return Transition.quiet();
  }
}
