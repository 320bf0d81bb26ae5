package dev.startill.payment;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.ledger.Source.Kind;

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

  /** They come from the buyer; or from where they were booked, not known to be ours. */
  Posting arrival(Facts facts) {
    return facts.foreign()
        ? move(Account.FOREIGN, account, Kind.CLAIMED)
        : move(Account.BUYER, account, Kind.CHARGE);
  }

  /** A refund begins: the Stars are set aside. */
  Posting setAside(RefundId refund) {
    return move(account, Account.REFUNDING, new Source(Kind.REFUNDING, refund.value()));
  }

  /** The refund came to nothing. */
  Posting putBack(RefundId refund) {
    return move(Account.REFUNDING, account, new Source(Kind.REFUND_REFUSED, refund.value()));
  }

  /** They left, from where they were at that moment. */
  Posting departure(Standing from, Kind cause) {
    return move(isSetAside(from) ? Account.REFUNDING : account, Account.BUYER, cause);
  }

  /** Telegram does not have them, so neither have we. */
  Posting missing() {
    return move(account, Account.BUYER, Kind.MISSING);
  }

  /** Telegram has them after all. */
  Posting found() {
    return move(Account.BUYER, account, Kind.FOUND);
  }

  /** Held ones become a sale. */
  Posting accepted() {
    return move(Account.SUSPENSE, Account.SALES, Kind.ACCEPTED);
  }

  private static boolean isSetAside(Standing standing) {
    return standing.underWay().isPresent();
  }

  private Posting move(Account from, Account to, Kind cause) {
    return move(from, to, new Source(cause, charge.id().value()));
  }

  private Posting move(Account from, Account to, Source source) {
    return new Posting(from, to, charge.amount().toNanos(), source.text());
  }
}
