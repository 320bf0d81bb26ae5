package dev.startill.payment;

import dev.startill.catalog.Delivery;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.RefundNotSeen;
import dev.startill.payment.PaymentEvent.RefundRefused;
import dev.startill.payment.Transition.Shelving;

/**
 * A paid order whose Stars stay after all: their refund was refused, or was not made, or the
 * statement has them although it seemed to lack them. The goods go back to where they were. Pure
 * and total.
 */
final class KeptLifecycle {
  private KeptLifecycle() {}

  /** Telegram has the Stars after all, so goods that were taken back are owed again. */
  static Transition stated(Order.Paid order, Facts facts) {
    var kept = order.standing(new Standing.Kept());
    if (order.goods() == Goods.FAILED) {
      return booked(kept, order).opening(reasonOfFailed(facts)).done();
    }
    if (order.goods() == Goods.OWED && facts.handover() == Handover.BEGUN) {
      return booked(kept.goods(Goods.FAILED), order).opening(CaseReason.FULFILMENT_FAILED).done();
    }
    if (!isOwedAgain(order, facts)) {
      return booked(kept, order).done();
    }
    if (facts.shelf() == Facts.Shelf.EMPTY) {
      return booked(kept.goods(Goods.FAILED), order)
          .opening(CaseReason.SOLD_OUT_AFTER_PAYMENT)
          .done();
    }
    return booked(kept.goods(Goods.OWED), order)
        .shelving(facts.shelf() == Facts.Shelf.FREE ? Shelving.SELL : Shelving.NONE)
        .sending(Message.HandOver.of(order))
        .done();
  }

  private static CaseReason reasonOfFailed(Facts facts) {
    return switch (facts.shelf()) {
      case UNCOUNTED, HELD -> CaseReason.FULFILMENT_FAILED;
      case FREE, EMPTY -> CaseReason.SOLD_OUT_AFTER_PAYMENT;
    };
  }

  private static Transition.Draft booked(Order.Paid after, Order.Paid order) {
    return Transition.to(after)
        .posting(Movements.of(order).found())
        .closing(CaseReason.NOT_ON_STATEMENT)
        .saying("on the statement after all");
  }

  static Transition askAgain(Order.Paid order, OfCharge event) {
    return event instanceof RefundNotSeen lost
        ? Transition.to(order)
            .sending(Message.Refund.of(order, lost.refund()))
            .saying("not made; asked for again")
            .done()
        : Transition.quiet();
  }

  /** The Stars stay, so the goods go back to where they were: withheld or revoked ones are owed. */
  static Transition refused(Order.Paid order, OfCharge event, Facts facts) {
    if (!(event instanceof RefundRefused refused)) {
      return Transition.quiet();
    }
    var goods = goodsOfKept(order, facts);
    var owedAgain = goods == Goods.OWED && facts.handover() != Handover.WAITING;
    var draft =
        Transition.to(order.goods(goods))
            .posting(Movements.of(order).putBack(refused.refund()))
            .closing(CaseReason.REFUND_UNKNOWN)
            .opening(CaseReason.REFUND_REFUSED)
            .saying(refused.reason());
    if (goods == Goods.FAILED) {
      draft.opening(CaseReason.FULFILMENT_FAILED);
    }
    return owedAgain ? draft.sending(Message.HandOver.of(order)).done() : draft.done();
  }

  /** What became of the goods of a charge that stays after all. */
  private static Goods goodsOfKept(Order.Paid order, Facts facts) {
    return switch (order.goods()) {
      case REVOKED -> isStillThere(order, facts) ? Goods.HANDED_OVER : Goods.OWED;
      case OWED -> facts.handover() == Handover.BEGUN ? Goods.FAILED : Goods.OWED;
      case HANDED_OVER -> Goods.HANDED_OVER;
      case FAILED -> Goods.FAILED;
    };
  }

  /** What was read is not unread: owed again, a code that was shown could be sold once more. */
  private static boolean isStillThere(Order.Paid order, Facts facts) {
    return !(order.terms().delivery() instanceof Delivery.Handler)
        && facts.handover() != Handover.BEGUN;
  }

  private static boolean isOwedAgain(Order.Paid order, Facts facts) {
    return order.goods() == Goods.REVOKED
        || (order.goods() == Goods.OWED && facts.handover() == Handover.NONE);
  }
}
