package dev.startill.payment;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.PaymentEvent.BuyerUnreachable;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.CheckoutArrived;
import dev.startill.payment.PaymentEvent.CheckoutUnanswered;
import dev.startill.payment.PaymentEvent.FulfilmentFailed;
import dev.startill.payment.PaymentEvent.GoodsHandedOver;
import dev.startill.payment.PaymentEvent.GoodsRevoked;
import dev.startill.payment.PaymentEvent.HoldLapsed;
import dev.startill.payment.PaymentEvent.InvoiceRequested;
import dev.startill.payment.PaymentEvent.InvoiceSent;
import dev.startill.payment.PaymentEvent.LinkClosed;
import dev.startill.payment.PaymentEvent.LinkRequested;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.RefundRequested;
import dev.startill.payment.PaymentEvent.ValidityEnded;
import dev.startill.payment.Transition.Shelving;
import java.util.Optional;

/**
 * A paid order: its goods go out, its money may go back, and the two cross freely. Goods that have
 * not left are withheld before the money leaves; goods that have are taken back first. Pure and
 * total.
 */
final class PaidLifecycle {
  private PaidLifecycle() {}

  static Transition decide(Order.Paid order, PaymentEvent event, Facts facts) {
    return switch (event) {
      case InvoiceRequested e -> PaymentLifecycle.open(e, facts).done();
      case CheckoutArrived e -> decline(order, e);
      case ChargeReceived e -> chargedAgain(order, e);
      case GoodsHandedOver e -> handedOver(order);
      case FulfilmentFailed e -> failed(order, e);
      case BuyerUnreachable e -> unreachable(order, e);
      case GoodsRevoked e -> revoked(order);
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

  private static Transition chargedAgain(Order.Paid order, ChargeReceived event) {
    return order.charge().id().equals(event.charge().id())
        ? Transition.quiet()
        : StrayLifecycle.hold(event, StrayCharge.Why.SECOND);
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

  private static Transition failed(Order.Paid order, FulfilmentFailed event) {
    return switch (order.goods()) {
      case OWED ->
          Transition.to(order.goods(Goods.FAILED))
              .opening(CaseReason.FULFILMENT_FAILED)
              .closing(CaseReason.BUYER_UNREACHABLE)
              .saying(event.reason())
              .done();
      case HANDED_OVER, FAILED, REVOKED -> Transition.quiet();
    };
  }

  private static Transition unreachable(Order.Paid order, BuyerUnreachable event) {
    return switch (order.goods()) {
      case OWED ->
          Transition.to(order).opening(CaseReason.BUYER_UNREACHABLE).saying(event.reason()).done();
      case HANDED_OVER, FAILED, REVOKED -> Transition.to(order).saying(event.reason()).done();
    };
  }

  private static Transition revoked(Order.Paid order) {
    return switch (order.goods()) {
      case OWED, HANDED_OVER, FAILED -> Transition.to(order.goods(Goods.REVOKED)).done();
      case REVOKED -> Transition.quiet();
    };
  }

  private static Transition move(Order.Paid order, OfCharge event, Facts facts) {
    var standing = order.charge().standing();
    var move = ChargeLifecycle.move(standing, event);
    var after = order.standing(ChargeLifecycle.after(standing, move, event));
    return switch (move) {
      case STAY -> Transition.quiet();
      case BEGIN -> beginRefund(after, event, facts);
      case RETURN -> moneyGone(after, facts, "refund:", asked(standing)).done();
      case RETURN_UNASKED ->
          moneyGone(after, facts, "refund:", false).opening(CaseReason.REFUND_NOT_OURS).done();
      case KEEP -> keep(after, facts);
      case LOSE -> Transition.to(after).opening(CaseReason.REFUND_UNKNOWN).done();
      case TAKE_BACK ->
          moneyGone(after, facts, "chargeback:", asked(standing))
              .opening(CaseReason.CHARGED_BACK)
              .done();
      case TAKE_TWICE ->
          Transition.to(after)
              .posting(departure(order.charge(), StrayLifecycle.secondCause(event)))
              .opening(CaseReason.RETURNED_TWICE)
              .done();
    };
  }

  /** Whether a refund of ours is under way, which has dealt with the goods already. */
  private static boolean asked(Standing standing) {
    return switch (standing) {
      case Standing.Returning r -> true;
      case Standing.Unknown u -> true;
      case Standing.Kept k -> false;
      case Standing.Returned r -> false;
      case Standing.TakenBack t -> false;
    };
  }

  /**
   * Messages of one order leave in order: what is in flight ends, is revoked, then the Stars go.
   */
  private static Transition beginRefund(Order.Paid order, OfCharge event, Facts facts) {
    var draft = Transition.to(order);
    if (facts.handover() != Handover.NONE) {
      draft.withdrawing();
    }
    if (mayBeOut(order, facts)) {
      draft.sending(new Message.Revoke(order.id(), order.charge().buyer()));
    }
    if (event instanceof RefundRequested asked) {
      var charge = order.charge();
      draft
          .sending(
              new Message.Refund(
                  charge.id(), charge.buyer(), asked.refund(), Optional.of(order.id())))
          .saying(asked.reason());
    }
    return draft.done();
  }

  private static boolean mayBeOut(Order.Paid order, Facts facts) {
    return switch (order.goods()) {
      case HANDED_OVER -> true;
      case OWED -> facts.handover() == Handover.BEGUN;
      case FAILED, REVOKED -> false;
    };
  }

  private static Transition.Draft moneyGone(
      Order.Paid order, Facts facts, String cause, boolean dealtWithGoods) {
    var out = mayBeOut(order, facts);
    var draft =
        Transition.to(out ? order : order.goods(Goods.REVOKED))
            .posting(departure(order.charge(), cause))
            .closing(CaseReason.REFUND_UNKNOWN)
            .closing(CaseReason.FULFILMENT_FAILED)
            .closing(CaseReason.BUYER_UNREACHABLE)
            .closing(CaseReason.SOLD_OUT_AFTER_PAYMENT);
    if (out && !dealtWithGoods) {
      draft.sending(new Message.Revoke(order.id(), order.charge().buyer()));
    }
    if (facts.handover() != Handover.NONE) {
      draft.withdrawing();
    }
    return order.goods() == Goods.OWED && !out && facts.shelf() == Facts.Shelf.HELD
        ? draft.shelving(Shelving.RELEASE)
        : draft;
  }

  /** The Stars stay, so the goods go back to where they were: withheld or revoked ones are owed. */
  private static Transition keep(Order.Paid order, Facts facts) {
    var owedAgain =
        order.goods() == Goods.REVOKED
            || (order.goods() == Goods.OWED && facts.handover() == Handover.NONE);
    var draft =
        Transition.to(owedAgain ? order.goods(Goods.OWED) : order)
            .closing(CaseReason.REFUND_UNKNOWN)
            .opening(CaseReason.REFUND_REFUSED);
    return owedAgain
        ? draft.sending(new Message.HandOver(order.id(), order.charge().buyer())).done()
        : draft.done();
  }

  private static Posting departure(Charge charge, String cause) {
    return new Posting(
            Account.BUYER, Account.SALES, charge.amount().toNanos(), "charge:" + charge.id())
        .reversed(cause + charge.id());
  }
}
