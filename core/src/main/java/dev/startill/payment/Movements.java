package dev.startill.payment;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;

/**
 * The moves of a charge's Stars through the accounts. A refund takes two: into Refunding when it is
 * asked for, out of it when its outcome is known. Each has its own source, so that nothing books
 * twice. Pure.
 *
 * @param charge whose Stars
 * @param account where they are while they are kept
 */
record Movements(Charge charge, Account account) {
  static Movements of(Order.Paid order) {
    return new Movements(order.charge(), Account.SALES);
  }

  static Movements of(StrayCharge stray) {
    return new Movements(
        stray.charge(), stray.why() == StrayCharge.Why.ACCEPTED ? Account.SALES : Account.SUSPENSE);
  }

  Posting arrival() {
    return move(Account.BUYER, account, "charge:" + charge.id());
  }

  /** A refund begins: the Stars are set aside. */
  Posting setAside(RefundId refund) {
    return move(account, Account.REFUNDING, "refunding:" + refund);
  }

  /** The refund came to nothing. */
  Posting putBack(RefundId refund) {
    return move(Account.REFUNDING, account, "refund-refused:" + refund);
  }

  /** They left, from where they were at that moment. */
  Posting departure(Standing from, String cause) {
    return move(isSetAside(from) ? Account.REFUNDING : account, Account.BUYER, cause + charge.id());
  }

  /** Telegram does not have them, so neither have we. */
  Posting missing() {
    return move(account, Account.BUYER, "missing:" + charge.id());
  }

  /** Telegram has them after all. */
  Posting found() {
    return move(Account.BUYER, account, "found:" + charge.id());
  }

  /** Held ones become a sale. */
  Posting accepted() {
    return move(Account.SUSPENSE, Account.SALES, "accepted:" + charge.id());
  }

  private static boolean isSetAside(Standing standing) {
    return switch (standing) {
      case Standing.Returning r -> true;
      case Standing.Unknown u -> true;
      case Standing.Kept k -> false;
      case Standing.Returned r -> false;
      case Standing.TakenBack t -> false;
      case Standing.Missing m -> false;
    };
  }

  private Posting move(Account from, Account to, String source) {
    return new Posting(from, to, charge.amount().toNanos(), source);
  }
}
