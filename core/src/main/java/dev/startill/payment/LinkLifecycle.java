package dev.startill.payment;

import dev.startill.party.BuyerId;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.CheckoutArrived;
import dev.startill.payment.PaymentEvent.LinkClosed;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.OfOrder;
import java.util.Optional;

/**
 * An open link: each payer gets an order of their own, approved by their checkout or, if that was
 * lost, paid at once by their charge. Pure and total.
 */
final class LinkLifecycle {
  private LinkLifecycle() {}

  static Transition decide(Link link, PaymentEvent event, Facts facts) {
    return switch (event) {
      case CheckoutArrived e -> checkOut(link, e, facts);
      case ChargeReceived e -> pay(link, e, facts);
      case LinkClosed e -> close(link);
      case OfOrder e -> Transition.quiet();
      case OfCharge e -> Transition.quiet();
    };
  }

  private static Transition checkOut(Link link, CheckoutArrived event, Facts facts) {
    var refusal =
        link.closed()
            ? Optional.of(Answer.Reason.CLOSED)
            : PaymentLifecycle.refusal(link.terms(), event, facts);
    return refusal
        .map(reason -> PaymentLifecycle.decline(event, reason))
        .orElseGet(
            () -> PaymentLifecycle.approve(orderOf(link, event.payer(), facts), event, facts));
  }

  /** A closed link still takes a charge: the Stars came, and the terms are known. */
  private static Transition pay(Link link, ChargeReceived event, Facts facts) {
    var charge = event.charge();
    return link.terms().price().equals(charge.amount())
        ? PaymentLifecycle.paid(orderOf(link, charge.buyer(), facts), event, facts)
        : StrayLifecycle.hold(event, StrayCharge.Why.MISMATCHED, facts);
  }

  private static Order.Open orderOf(Link link, BuyerId payer, Facts facts) {
    return new Order.Open(facts.fresh(), link.terms().ownedBy(payer), Optional.of(link.id()));
  }

  private static Transition close(Link link) {
    return link.closed()
        ? Transition.quiet()
        : Transition.to(new Link(link.id(), link.terms(), true)).done();
  }
}
