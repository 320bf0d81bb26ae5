package dev.startill.payment;

import java.util.Optional;

/** Where the Stars of a charge stand. Moves by {@link ChargeLifecycle} alone. Immutable. */
public sealed interface Standing {
  /** The refund of ours whose end is not known yet, if one is under way. */
  default Optional<RefundId> underWay() {
    return switch (this) {
      case Returning returning -> Optional.of(returning.refund());
      case Unknown unknown -> Optional.of(unknown.refund());
      case Kept kept -> Optional.empty();
      case Returned returned -> Optional.empty();
      case TakenBack taken -> Optional.empty();
      case Missing missing -> Optional.empty();
    };
  }

  /** With the merchant. */
  record Kept() implements Standing {}

  /**
   * A refund is asked for and not yet answered.
   *
   * @param refund the one under way
   */
  record Returning(RefundId refund) implements Standing {}

  /**
   * A refund was sent and its answer lost: only Telegram's statement can tell. Blocks any second
   * refund meanwhile.
   *
   * @param refund the one whose answer was lost
   */
  record Unknown(RefundId refund) implements Standing {}

  /** Back with the buyer. */
  record Returned() implements Standing {}

  /** Taken back by the buyer at Apple, Google or Telegram. */
  record TakenBack() implements Standing {}

  /** Not on Telegram's statement, which is the truth: perhaps they never came. */
  record Missing() implements Standing {}
}
