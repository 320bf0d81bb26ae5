package dev.startill.payment;

import dev.startill.catalog.Terms;
import dev.startill.payment.Answer.Reason;
import dev.startill.payment.PaymentEvent.BuyerUnreachable;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.ChargeUnreadable;
import dev.startill.payment.PaymentEvent.CheckoutArrived;
import dev.startill.payment.PaymentEvent.CheckoutUnanswered;
import dev.startill.payment.PaymentEvent.FulfilmentFailed;
import dev.startill.payment.PaymentEvent.GoodsHandedOver;
import dev.startill.payment.PaymentEvent.GoodsRevoked;
import dev.startill.payment.PaymentEvent.HandOverAsked;
import dev.startill.payment.PaymentEvent.HoldLapsed;
import dev.startill.payment.PaymentEvent.InvoiceSent;
import dev.startill.payment.PaymentEvent.LinkClosed;
import dev.startill.payment.PaymentEvent.LinkRequested;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.OfOrder;
import dev.startill.payment.PaymentEvent.RefundSeen;
import dev.startill.payment.PaymentEvent.RevocationFailed;
import dev.startill.payment.PaymentEvent.ValidityEnded;
import dev.startill.payment.PaymentEvent.Wish;
import dev.startill.payment.Transition.Shelving;
import dev.startill.settings.Refunds.Automatic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * READ FIRST. What follows from an event, for anything that it can happen to: the only thinker of
 * the engine. Pure and total: no clock, no id, no log, no exception for what can happen. Every
 * answer of it stands in {@code docs/reference/lifecycle.md}.
 *
 * <p>An order goes Open → Approved → Paid. Approved falls back to Open when its hold lapses;
 * Expired stands aside, and still takes a charge: Stars that came are a fact. What follows payment
 * is {@link PaidLifecycle}'s, an open link is {@link LinkLifecycle}'s, Stars without an order are
 * {@link StrayLifecycle}'s.
 */
public final class PaymentLifecycle {
  private PaymentLifecycle() {}

  /** Decides what an event does to its home. */
  public static Transition decide(Home home, PaymentEvent event, Facts facts) {
    return switch (home) {
      case Home.Nothing nothing -> begin(event, facts);
      case Link link -> LinkLifecycle.decide(link, event, facts);
      case Order.Paid paid -> PaidLifecycle.decide(paid, event, facts);
      case Order unpaid -> decideUnpaid(unpaid, event, facts);
      case StrayCharge stray -> StrayLifecycle.decide(stray, event, facts);
    };
  }

  private static Transition begin(PaymentEvent event, Facts facts) {
    return switch (event) {
      case Wish e -> open(e, facts);
      case LinkRequested e -> Transition.to(new Link(e.link(), e.terms(), false)).done();
      case CheckoutArrived e -> decline(e, Reason.UNKNOWN_ORDER);
      case ChargeReceived e -> StrayLifecycle.hold(e, StrayCharge.Why.OWNERLESS, facts);
      case RefundSeen e -> StrayLifecycle.bookReturned(e, facts);
      case ChargeUnreadable e ->
          Transition.to(List.of()).opening(CaseReason.UNREADABLE_CHARGE).saying(e.reason()).done();
      case OfOrder late -> Transition.quiet();
      case OfCharge late -> Transition.quiet();
    };
  }

  private static Transition decideUnpaid(Order order, PaymentEvent event, Facts facts) {
    return switch (event) {
      case Wish e -> askedAgain(order, e, facts);
      case CheckoutArrived e -> checkOut(order, e, facts);
      case CheckoutUnanswered e -> unanswered(order, e);
      case ChargeReceived e -> pay(order, e, facts);
      case HoldLapsed e -> lapse(order, e.at());
      case ValidityEnded e -> expire(order, e.at());
      case InvoiceSent e -> Transition.to(order).done();
      case BuyerUnreachable e -> Transition.to(order).saying(e.reason()).done();
      case LinkRequested e -> Transition.quiet();
      case LinkClosed e -> Transition.quiet();
      case GoodsHandedOver e -> Transition.quiet();
      case FulfilmentFailed e -> Transition.quiet();
      case GoodsRevoked e -> Transition.quiet();
      case RevocationFailed e -> Transition.quiet();
      case HandOverAsked e -> Transition.quiet();
      case OfCharge e -> Transition.quiet();
    };
  }

  static Transition open(Wish event, Facts facts) {
    return offer(List.of(fresh(event, facts)), event);
  }

  private static Order.Open fresh(Wish event, Facts facts) {
    return new Order.Open(facts.fresh(), event.terms(), Optional.empty());
  }

  /** The last of the orders is offered: in the chat, or by a link that whoever asked passes on. */
  private static Transition offer(List<Order> orders, Wish event) {
    var draft = Transition.to(List.copyOf(orders));
    return switch (event) {
      case PaymentEvent.InvoiceRequested e ->
          draft.sending(new Message.SendInvoice(orders.getLast().id(), e.buyer())).done();
      case PaymentEvent.OrderRequested e -> draft.done();
    };
  }

  /**
   * The same order again, valid for as long as it is offered now, unless it no longer holds what is
   * offered now.
   */
  private static Transition askedAgain(Order order, Wish event, Facts facts) {
    if (order instanceof Order.Expired) {
      return open(event, facts);
    }
    var terms = event.terms();
    var valid = event.at().isBefore(order.terms().validUntil());
    return valid && order.terms().promisesTheSameAs(terms)
        ? offer(List.of(validUntil(terms.validUntil(), order)), event)
        : offer(List.of(retire(order, event.at()), fresh(event, facts)), event);
  }

  /**
   * An approved order cannot expire at once, for its charge may be on the way: its validity ends.
   */
  private static Order retire(Order order, Instant at) {
    return switch (order) {
      case Order.Open o -> new Order.Expired(o.id(), o.terms(), o.link());
      case Order.Approved a -> a.terms().validUntil().isAfter(at) ? validUntil(at, a) : a;
      case Order.Expired e -> e;
      case Order.Paid p -> p;
    };
  }

  private static Order validUntil(Instant until, Order order) {
    return switch (order) {
      case Order.Open o -> new Order.Open(o.id(), o.terms().validUntil(until), o.link());
      case Order.Approved a ->
          new Order.Approved(
              a.id(), a.terms().validUntil(until), a.link(), a.buyer(), a.checkout(), a.until());
      case Order.Expired e -> e;
      case Order.Paid p -> p;
    };
  }

  private static Transition checkOut(Order order, CheckoutArrived event, Facts facts) {
    return refusal(order, event, facts)
        .map(reason -> decline(event, reason))
        .orElseGet(() -> approve(order, event, facts));
  }

  private static Optional<Reason> refusal(Order order, CheckoutArrived event, Facts facts) {
    if (!mayPay(order, event)) {
      return Optional.of(Reason.SOMEBODY_ELSES);
    }
    if (order instanceof Order.Expired) {
      return Optional.of(Reason.EXPIRED);
    }
    return refusal(order.terms(), event, facts);
  }

  private static boolean mayPay(Order order, CheckoutArrived event) {
    return order.terms().owner().allows(event.payer())
        && !(order instanceof Order.Approved held && !held.buyer().equals(event.payer()));
  }

  /** Why these terms cannot be paid by this checkout, if they cannot. */
  static Optional<Reason> refusal(Terms terms, CheckoutArrived event, Facts facts) {
    if (!facts.onSale()) {
      return Optional.of(Reason.CLOSED);
    }
    if (!event.at().isBefore(terms.validUntil())) {
      return Optional.of(Reason.EXPIRED);
    }
    if (!event.asked().is(terms.price())) {
      return Optional.of(Reason.WRONG_AMOUNT);
    }
    return facts.shelf() == Facts.Shelf.EMPTY ? Optional.of(Reason.SOLD_OUT) : Optional.empty();
  }

  static Transition approve(Order order, CheckoutArrived event, Facts facts) {
    var approved =
        new Order.Approved(
            order.id(),
            order.terms(),
            order.link(),
            event.payer(),
            event.checkout(),
            facts.holdUntil());
    var renewal = order instanceof Order.Approved;
    return Transition.to(approved)
        .shelving(facts.shelf() == Facts.Shelf.FREE ? Shelving.HOLD : Shelving.NONE)
        .answering(new Answer.Approve(event.checkout(), order.id(), renewal))
        .done();
  }

  static Transition decline(CheckoutArrived event, Reason reason) {
    return Transition.saying(new Answer.Decline(event.checkout(), reason));
  }

  private static Transition unanswered(Order order, CheckoutUnanswered event) {
    return order instanceof Order.Approved approved && approved.checkout().equals(event.checkout())
        ? release(approved, event.at())
        : Transition.quiet();
  }

  private static Transition lapse(Order order, Instant at) {
    return order instanceof Order.Approved approved && !at.isBefore(approved.until())
        ? release(approved, at)
        : Transition.quiet();
  }

  /** An order that was born on a link ends with its hold: nobody could find it again. */
  private static Transition release(Order.Approved approved, Instant at) {
    var over = approved.link().isPresent() || !at.isBefore(approved.terms().validUntil());
    var after =
        over
            ? new Order.Expired(approved.id(), approved.terms(), approved.link())
            : new Order.Open(approved.id(), approved.terms(), approved.link());
    return Transition.to(after).shelving(Shelving.RELEASE).done();
  }

  private static Transition expire(Order order, Instant at) {
    return order instanceof Order.Open open && !at.isBefore(open.terms().validUntil())
        ? Transition.to(new Order.Expired(open.id(), open.terms(), open.link())).done()
        : Transition.quiet();
  }

  private static Transition pay(Order order, ChargeReceived event, Facts facts) {
    var fits =
        order.terms().owner().allows(event.charge().buyer())
            && order.terms().price().equals(event.charge().amount());
    return fits
        ? paid(order, event, facts)
        : StrayLifecycle.hold(event, StrayCharge.Why.MISMATCHED, facts);
  }

  /** The sale: Stars to Sales, one off the shelf, the goods on their way. */
  static Transition paid(Order order, ChargeReceived event, Facts facts) {
    var charge = event.charge();
    var paid = new Order.Paid(order.id(), order.terms(), order.link(), charge, Goods.OWED);
    if (facts.shelf() == Facts.Shelf.EMPTY) {
      return soldOut(paid.goods(Goods.FAILED), facts);
    }
    return Transition.to(paid)
        .posting(Movements.of(paid).arrival(facts))
        .shelving(facts.shelf() == Facts.Shelf.UNCOUNTED ? Shelving.NONE : Shelving.SELL)
        .sending(Message.HandOver.of(paid))
        .saying(event.via() == PaymentEvent.Via.STATEMENT ? "recovered from the statement" : "")
        .done();
  }

  private static Transition soldOut(Order.Paid order, Facts facts) {
    var charge = order.charge();
    var money = Movements.of(order);
    if (facts.policy().sendsBack(Automatic.SOLD_OUT)) {
      var refund = facts.policy().refund();
      return Transition.to(order.standing(new Standing.Returning(refund)))
          .posting(money.arrival(facts))
          .posting(money.setAside(refund))
          .sending(Message.Refund.of(order, refund))
          .saying("sold out before the charge came; sent back by policy")
          .done();
    }
    var held =
        Transition.to(order)
            .posting(money.arrival(facts))
            .opening(CaseReason.SOLD_OUT_AFTER_PAYMENT)
            .saying("sold out before the charge came");
    return facts.policy().importing()
        ? held.done()
        : held.sending(new Message.TellHeld(charge.id(), charge.buyer())).done();
  }
}
