package dev.startill.payment;

import dev.startill.catalog.Delivery;
import dev.startill.ledger.Source.Kind;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.PaymentEvent.BuyerUnreachable;
import dev.startill.payment.PaymentEvent.ChargeReceived;
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
import dev.startill.payment.PaymentEvent.RefundRequested;
import dev.startill.payment.PaymentEvent.RevocationFailed;
import dev.startill.payment.PaymentEvent.ValidityEnded;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.payment.PaymentEvent.Wish;
import dev.startill.payment.Transition.Shelving;
import dev.startill.settings.Refunds.Automatic;

/**
 * A paid order: its goods go out, its money may go back, and the two cross freely. Goods that have
 * not left are withheld before the money leaves; goods that have are taken back first. Pure and
 * total.
 */
final class PaidLifecycle {
  private PaidLifecycle() {}

  static Transition decide(Order.Paid order, PaymentEvent event, Facts facts) {
    return switch (event) {
      case Wish e -> PaymentLifecycle.open(e, facts);
      case CheckoutArrived e -> decline(order, e);
      case ChargeReceived e -> chargedAgain(order, e, facts);
      case GoodsHandedOver e -> handedOver(order);
      case FulfilmentFailed e -> failed(order, e, facts);
      case HandOverAsked e -> handOverAgain(order, e, facts);
      case BuyerUnreachable e -> unreachable(order, e);
      case GoodsRevoked e -> revoked(order, facts);
      case RevocationFailed e -> notRevoked(order, e);
      case InvoiceSent e -> Transition.to(order).done();
      case CheckoutUnanswered e -> Transition.quiet();
      case HoldLapsed e -> Transition.quiet();
      case ValidityEnded e -> Transition.quiet();
      case LinkRequested e -> Transition.quiet();
      case LinkClosed e -> Transition.quiet();
      case OfCharge e -> move(order, e, facts);
    };
  }

  private static Transition decline(Order.Paid order, CheckoutArrived event) {
    return PaymentLifecycle.decline(
        event,
        order.terms().owner().allows(event.payer())
            ? Answer.Reason.ALREADY_PAID
            : Answer.Reason.SOMEBODY_ELSES);
  }

  private static Transition chargedAgain(Order.Paid order, ChargeReceived event, Facts facts) {
    if (!order.charge().id().equals(event.charge().id())) {
      return StrayLifecycle.hold(event, StrayCharge.Why.SECOND, facts);
    }
    return order.charge().standing() instanceof Standing.Missing && event.via() == Via.STATEMENT
        ? KeptLifecycle.stated(order, facts)
        : Transition.quiet();
  }

  private static Transition handedOver(Order.Paid order) {
    return switch (order.goods()) {
      case OWED, FAILED ->
          Transition.to(order.goods(Goods.HANDED_OVER))
              .closing(CaseReason.FULFILMENT_FAILED)
              .closing(CaseReason.BUYER_UNREACHABLE)
              .done();
      case HANDED_OVER, REVOKED -> Transition.quiet();
    };
  }

  private static Transition failed(Order.Paid order, FulfilmentFailed event, Facts facts) {
    if (order.goods() != Goods.OWED) {
      return Transition.quiet();
    }
    if (goesBack(order, event, facts)) {
      return sendBack(order, event, facts);
    }
    var draft =
        Transition.to(order.goods(Goods.FAILED))
            .closing(CaseReason.BUYER_UNREACHABLE)
            .saying(event.reason());
    return isKept(order) ? draft.opening(CaseReason.FULFILMENT_FAILED).done() : draft.done();
  }

  /** Not where the buyer may have the goods, unless a handler can take them back first. */
  private static boolean goesBack(Order.Paid order, FulfilmentFailed event, Facts facts) {
    return facts.policy().sendsBack(Automatic.FULFILMENT_FAILED)
        && isKept(order)
        && (!isUncertain(event, facts) || order.terms().delivery() instanceof Delivery.Handler);
  }

  /** This hand-over, or one before it, may have arrived. */
  private static boolean isUncertain(FulfilmentFailed event, Facts facts) {
    return event.uncertain() || facts.handover() == Handover.BEGUN;
  }

  private static Transition sendBack(Order.Paid order, FulfilmentFailed event, Facts facts) {
    var refund = facts.policy().refund();
    var draft =
        Transition.to(order.goods(Goods.FAILED).standing(new Standing.Returning(refund)))
            .posting(Movements.of(order).setAside(refund))
            .closing(CaseReason.BUYER_UNREACHABLE)
            .saying(event.reason() + "; sent back by policy");
    if (isUncertain(event, facts)) {
      draft.sending(Message.Revoke.of(order));
    }
    return draft.sending(Message.Refund.of(order, refund)).done();
  }

  /** What was set aside or given up leaves once more; what is sold out needs a piece first. */
  private static Transition handOverAgain(Order.Paid order, HandOverAsked event, Facts facts) {
    var possible =
        order.goods() == Goods.FAILED && isKept(order) && facts.shelf() != Facts.Shelf.EMPTY;
    return possible
        ? Transition.to(order.goods(Goods.OWED))
            .withdrawing()
            .shelving(facts.shelf() == Facts.Shelf.FREE ? Shelving.SELL : Shelving.NONE)
            .sending(Message.HandOver.of(order))
            .closing(CaseReason.FULFILMENT_FAILED)
            .closing(CaseReason.SOLD_OUT_AFTER_PAYMENT)
            .closing(CaseReason.REFUND_REFUSED)
            .saying(event.note())
            .done()
        : Transition.quiet();
  }

  /** Goods wait for their buyer, but never in the way of Stars that are going back. */
  private static Transition unreachable(Order.Paid order, BuyerUnreachable event) {
    var draft = Transition.to(order).saying(event.reason());
    if (order.goods() != Goods.OWED) {
      return draft.done();
    }
    return switch (order.charge().standing()) {
      case Standing.Kept k -> draft.opening(CaseReason.BUYER_UNREACHABLE).done();
      case Standing.Missing m -> draft.opening(CaseReason.BUYER_UNREACHABLE).done();
      case Standing.Returning r -> draft.withdrawing().done();
      case Standing.Unknown u -> draft.withdrawing().done();
      case Standing.Returned r -> draft.withdrawing().done();
      case Standing.TakenBack t -> draft.withdrawing().done();
    };
  }

  /** Goods that were taken back although their Stars stayed are owed again. */
  private static Transition revoked(Order.Paid order, Facts facts) {
    var kept = isKept(order);
    return switch (order.goods()) {
      case HANDED_OVER ->
          kept
              ? Transition.to(order.goods(Goods.OWED))
                  .closing(CaseReason.REVOCATION_FAILED)
                  .sending(Message.HandOver.of(order))
                  .done()
              : takenBack(order);
      case OWED, FAILED -> kept || neverLeft(order, facts) ? Transition.quiet() : takenBack(order);
      case REVOKED -> Transition.quiet();
    };
  }

  /** Taken for taken back, they would count as read if the refund is refused. */
  private static boolean neverLeft(Order.Paid order, Facts facts) {
    return asked(order.charge().standing())
        && !(order.terms().delivery() instanceof Delivery.Handler)
        && facts.handover() != Handover.BEGUN;
  }

  private static Transition takenBack(Order.Paid order) {
    return Transition.to(order.goods(Goods.REVOKED)).closing(CaseReason.REVOCATION_FAILED).done();
  }

  private static Transition notRevoked(Order.Paid order, RevocationFailed event) {
    return switch (order.goods()) {
      case OWED, HANDED_OVER, FAILED ->
          Transition.to(order).opening(CaseReason.REVOCATION_FAILED).saying(event.reason()).done();
      case REVOKED -> Transition.quiet();
    };
  }

  private static Transition move(Order.Paid order, OfCharge event, Facts facts) {
    var from = order.charge().standing();
    var money = Movements.of(order);
    var move = ChargeLifecycle.move(from, event);
    var after = order.standing(ChargeLifecycle.after(from, move, event));
    return switch (move) {
      case STAY, ACCEPT -> Transition.quiet();
      case BEGIN -> beginRefund(after, event, facts);
      case AGAIN -> KeptLifecycle.askAgain(after, event);
      case RETURN ->
          moneyGone(after, facts, asked(from)).posting(money.departure(from, Kind.REFUND)).done();
      case RETURN_UNASKED ->
          moneyGone(after, facts, false)
              .posting(money.departure(from, Kind.REFUND))
              .opening(CaseReason.REFUND_NOT_OURS)
              .saying(StrayLifecycle.wordsOf(event))
              .done();
      case KEEP -> KeptLifecycle.refused(after, event, facts);
      case LOSE ->
          Transition.to(after)
              .opening(CaseReason.REFUND_UNKNOWN)
              .saying(StrayLifecycle.wordsOf(event))
              .done();
      case TAKE_BACK ->
          moneyGone(after, facts, asked(from))
              .posting(money.departure(from, Kind.CHARGEBACK))
              .opening(CaseReason.CHARGED_BACK)
              .done();
      case TAKE_TWICE ->
          Transition.to(after)
              .posting(money.departure(from, Kind.CHARGEBACK))
              .opening(CaseReason.RETURNED_TWICE)
              .done();
      case DOUBT ->
          Transition.to(after)
              .opening(CaseReason.RETURNED_TWICE)
              .saying(StrayLifecycle.wordsOf(event))
              .done();
      case MISS -> miss(after, facts);
    };
  }

  /** A refund of ours that is under way has dealt with the goods already. */
  private static boolean asked(Standing standing) {
    return standing.underWay().isPresent();
  }

  /**
   * Messages of one order leave in order: what is in flight ends, is revoked, then the Stars go.
   */
  private static Transition beginRefund(Order.Paid order, OfCharge event, Facts facts) {
    if (!(event instanceof RefundRequested asked)
        || !facts.policy().mayReturn(order.charge(), event.at())) {
      return Transition.quiet();
    }
    var draft = Transition.to(order).withdrawing();
    if (mayBeOut(order, facts)) {
      draft.sending(Message.Revoke.of(order));
    }
    return draft
        .posting(Movements.of(order).setAside(asked.refund()))
        .sending(Message.Refund.of(order, asked.refund()))
        .saying(asked.reason())
        .done();
  }

  private static Transition miss(Order.Paid order, Facts facts) {
    var draft =
        facts.policy().revokesForged()
            ? moneyGone(order, facts, false)
            : Transition.to(order)
                .closing(CaseReason.FULFILMENT_FAILED)
                .closing(CaseReason.SOLD_OUT_AFTER_PAYMENT);
    return draft.posting(Movements.of(order).missing()).opening(CaseReason.NOT_ON_STATEMENT).done();
  }

  private static boolean isKept(Order.Paid order) {
    return order.charge().standing() instanceof Standing.Kept;
  }

  private static boolean mayBeOut(Order.Paid order, Facts facts) {
    return switch (order.goods()) {
      case HANDED_OVER -> true;
      case OWED, FAILED -> facts.handover() == Handover.BEGUN;
      case REVOKED -> false;
    };
  }

  /** A piece that the buyer saw, or may have seen, is never sold again. */
  private static Transition.Draft moneyGone(Order.Paid order, Facts facts, boolean dealtWithGoods) {
    var out = mayBeOut(order, facts);
    var draft =
        Transition.to(out ? order : order.goods(Goods.REVOKED))
            .closing(CaseReason.REFUND_UNKNOWN)
            .closing(CaseReason.REFUND_REFUSED)
            .closing(CaseReason.FULFILMENT_FAILED)
            .closing(CaseReason.BUYER_UNREACHABLE)
            .closing(CaseReason.SOLD_OUT_AFTER_PAYMENT);
    if (out && !dealtWithGoods) {
      draft.sending(Message.Revoke.of(order));
    }
    draft.withdrawing();
    if (facts.shelf() != Facts.Shelf.HELD) {
      return draft;
    }
    return draft.shelving(
        out || order.goods() == Goods.REVOKED ? Shelving.REVOKE : Shelving.RELEASE);
  }
}
