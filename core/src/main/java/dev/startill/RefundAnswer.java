package dev.startill;

import dev.startill.intake.Decided;
import dev.startill.payment.Charge;
import dev.startill.payment.Home;
import dev.startill.payment.Standing;

/** What became of the wish to send a charge back. */
public enum RefundAnswer {
  /** It is asked for; its outcome comes later. */
  REQUESTED,
  /** A refund of it is under way already, or its outcome is not known yet. */
  UNDER_WAY,
  /** It went back before. */
  RETURNED,
  /** The buyer took it back at the store. */
  TAKEN_BACK,
  /** Telegram's statement does not have it: there is nothing to send back. */
  MISSING,
  /** It was paid longer ago than the merchant sends charges back; Telegram was not asked. */
  TOO_LATE,
  /** No charge of ours has this id. */
  UNKNOWN_CHARGE;

  /** Whether a refund is under way now, or was made. */
  public boolean isAccepted() {
    return switch (this) {
      case REQUESTED, UNDER_WAY, RETURNED -> true;
      case TAKEN_BACK, MISSING, TOO_LATE, UNKNOWN_CHARGE -> false;
    };
  }

  static RefundAnswer of(Decided decided) {
    if (!decided.transition().isQuiet()) {
      return REQUESTED;
    }
    return Home.chargeOf(decided.before())
        .map(Charge::standing)
        .map(RefundAnswer::of)
        .orElse(UNKNOWN_CHARGE);
  }

  private static RefundAnswer of(Standing standing) {
    return switch (standing) {
      case Standing.Kept kept -> TOO_LATE;
      case Standing.Returning returning -> UNDER_WAY;
      case Standing.Unknown unknown -> UNDER_WAY;
      case Standing.Returned returned -> RETURNED;
      case Standing.TakenBack taken -> TAKEN_BACK;
      case Standing.Missing missing -> MISSING;
    };
  }
}
