package dev.startill.payment;

import dev.startill.payment.PaymentEvent.ChargeAccepted;
import dev.startill.payment.PaymentEvent.ChargeMissing;
import dev.startill.payment.PaymentEvent.ChargeUnreadable;
import dev.startill.payment.PaymentEvent.ChargedBack;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentEvent.RefundConfirmed;
import dev.startill.payment.PaymentEvent.RefundLost;
import dev.startill.payment.PaymentEvent.RefundNotSeen;
import dev.startill.payment.PaymentEvent.RefundRefused;
import dev.startill.payment.PaymentEvent.RefundRequested;
import dev.startill.payment.PaymentEvent.RefundSeen;

/**
 * Where the Stars of a charge go, whoever their home is: a paid order and a stray charge move by
 * this one switch. Pure and total.
 */
final class ChargeLifecycle {
  private ChargeLifecycle() {}

  /** What an event does to a charge's standing. */
  enum Move {
    /** Nothing: said before, or of another refund. */
    STAY,
    /** A refund begins. */
    BEGIN,
    /** A refund that was lost, and not made, is asked for again. */
    AGAIN,
    /** The Stars are back with the buyer, as we asked. */
    RETURN,
    /** The Stars are back with the buyer, and nobody here asked. */
    RETURN_UNASKED,
    /** Telegram said no; the Stars stay. */
    KEEP,
    /** The refund's answer was lost. */
    LOSE,
    /** The buyer took them back at the store. */
    TAKE_BACK,
    /** Returned by us and taken back as well. */
    TAKE_TWICE,
    /** Told of as returned after they were booked as taken back: once, or perhaps twice. */
    DOUBT,
    /** The statement does not have them. */
    MISS,
    /** A person keeps what came without an order. */
    ACCEPT
  }

  static Move move(Standing standing, OfCharge event) {
    return switch (standing) {
      case Standing.Kept kept -> whenKept(event);
      case Standing.Returning returning -> whenReturning(returning.refund(), event);
      case Standing.Unknown unknown -> whenUnknown(unknown.refund(), event);
      case Standing.Returned returned -> whenGone(event);
      case Standing.TakenBack taken -> whenTakenBack(event);
      case Standing.Missing missing -> Move.STAY;
    };
  }

  /** The standing that a move leads to; the present one where it stays. */
  static Standing after(Standing standing, Move move, OfCharge event) {
    return switch (move) {
      case STAY, DOUBT, ACCEPT -> standing;
      case BEGIN ->
          event instanceof RefundRequested asked
              ? new Standing.Returning(asked.refund())
              : standing;
      case LOSE ->
          event instanceof RefundLost lost ? new Standing.Unknown(lost.refund()) : standing;
      case KEEP -> new Standing.Kept();
      case RETURN, RETURN_UNASKED -> new Standing.Returned();
      case TAKE_BACK, TAKE_TWICE -> new Standing.TakenBack();
      case AGAIN ->
          event instanceof RefundNotSeen again ? new Standing.Returning(again.refund()) : standing;
      case MISS -> new Standing.Missing();
    };
  }

  private static Move whenKept(OfCharge event) {
    return switch (event) {
      case RefundRequested e -> Move.BEGIN;
      case RefundConfirmed e -> Move.RETURN;
      case RefundRefused e -> Move.STAY;
      case RefundLost e -> Move.STAY;
      case RefundSeen e -> Move.RETURN_UNASKED;
      case ChargedBack e -> Move.TAKE_BACK;
      case ChargeUnreadable e -> Move.STAY;
      case RefundNotSeen e -> Move.STAY;
      case ChargeMissing e -> Move.MISS;
      case ChargeAccepted e -> Move.ACCEPT;
    };
  }

  private static Move whenReturning(RefundId refund, OfCharge event) {
    return switch (event) {
      case RefundRequested e -> Move.STAY;
      case RefundConfirmed e -> Move.RETURN;
      case RefundRefused e -> e.refund().equals(refund) ? Move.KEEP : Move.STAY;
      case RefundLost e -> e.refund().equals(refund) ? Move.LOSE : Move.STAY;
      case RefundSeen e -> Move.RETURN;
      case ChargedBack e -> Move.TAKE_BACK;
      case ChargeUnreadable e -> Move.STAY;
      case RefundNotSeen e -> Move.STAY;
      case ChargeMissing e -> Move.STAY;
      case ChargeAccepted e -> Move.STAY;
    };
  }

  /** Only the statement, or a person, speaks here: what is unknown blocks any second refund. */
  private static Move whenUnknown(RefundId refund, OfCharge event) {
    return switch (event) {
      case RefundRequested e -> Move.STAY;
      case RefundConfirmed e -> Move.RETURN;
      case RefundRefused e -> e.refund().equals(refund) ? Move.KEEP : Move.STAY;
      case RefundLost e -> Move.STAY;
      case RefundSeen e -> Move.RETURN;
      case ChargedBack e -> Move.TAKE_BACK;
      case ChargeUnreadable e -> Move.STAY;
      case RefundNotSeen e -> e.refund().equals(refund) ? Move.AGAIN : Move.STAY;
      case ChargeMissing e -> Move.STAY;
      case ChargeAccepted e -> Move.STAY;
    };
  }

  private static Move whenGone(OfCharge event) {
    return switch (event) {
      case RefundRequested e -> Move.STAY;
      case RefundConfirmed e -> Move.STAY;
      case RefundRefused e -> Move.STAY;
      case RefundLost e -> Move.STAY;
      case RefundSeen e -> Move.STAY;
      case ChargedBack e -> Move.TAKE_TWICE;
      case ChargeUnreadable e -> Move.STAY;
      case RefundNotSeen e -> Move.STAY;
      case ChargeMissing e -> Move.STAY;
      case ChargeAccepted e -> Move.STAY;
    };
  }

  private static Move whenTakenBack(OfCharge event) {
    return switch (event) {
      case RefundRequested e -> Move.STAY;
      case RefundConfirmed e -> Move.DOUBT;
      case RefundRefused e -> Move.STAY;
      case RefundLost e -> Move.STAY;
      case RefundSeen e -> Move.DOUBT;
      case ChargedBack e -> Move.STAY;
      case ChargeUnreadable e -> Move.STAY;
      case RefundNotSeen e -> Move.STAY;
      case ChargeMissing e -> Move.STAY;
      case ChargeAccepted e -> Move.STAY;
    };
  }
}
