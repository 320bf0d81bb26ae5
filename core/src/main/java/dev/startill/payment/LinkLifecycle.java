package dev.startill.payment;

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
    return refusal.isPresent()
        ? PaymentLifecycle.decline(event, refusal.get())
        : PaymentLifecycle.approve(
            facts.fresh(),
            link.terms().ownedBy(event.payer()),
            Optional.of(link.id()),
            event,
            facts,
            false);
  }

  /** A closed link still takes a charge: the Stars came, and the terms are known. */
  private static Transition pay(Link link, ChargeReceived event, Facts facts) {
    var charge = event.charge();
    return link.terms().price().equals(charge.amount())
        ? PaymentLifecycle.paid(
            new Order.Open(
                facts.fresh(), link.terms().ownedBy(charge.buyer()), Optional.of(link.id())),
            event,
            facts)
        : StrayLifecycle.hold(event, StrayCharge.Why.MISMATCHED, facts);
  }

  private static Transition close(Link link) {
    return link.closed()
        ? Transition.quiet()
        : Transition.to(new Link(link.id(), link.terms(), true)).done();
  }
}
