package dev.startill.reconciliation;

/**
 * Something in the books that does not fit the rest of them, or Telegram's. Immutable.
 *
 * @param kind what kind of thing
 * @param subject the posting, charge, line or account that it is about
 * @param nanostars how much it is about; 0 where it is about no amount
 * @param words what was found, for people
 */
public record Discrepancy(Kind kind, String subject, long nanostars, String words) {
  /** What may not fit. */
  public enum Kind {
    /** A posting was edited, removed, moved or slipped in: its seal does not follow. */
    CHAIN_BROKEN,
    /** A sum that is kept beside the postings is not theirs. */
    SUM_DIFFERS,
    /** A posting names what caused it, and nobody has that. */
    CAUSE_UNKNOWN,
    /** Something happened to a charge that was not booked, or was booked and did not happen. */
    STANDING_DIFFERS,
    /** A posting of a charge has another amount, or other accounts, than it must. */
    POSTING_DIFFERS,
    /** A charge and its order do not name each other. */
    ORDER_DIFFERS,
    /** A line of the statement was not booked. */
    LINE_NOT_BOOKED,
    /** A line of the statement was booked with another amount, or as something else. */
    LINE_DIFFERS,
    /** Lines of the statement were read and are not kept any more. */
    LINES_LACK,
    /** The statement does not have a charge of ours. */
    CHARGE_NOT_STATED,
    /** The statement does not have a refund that was confirmed. */
    REFUND_NOT_STATED,
    /** An account does not hold what charges and lines say that it must. */
    ACCOUNT_DIFFERS,
    /** Telegram holds another number of Stars for the bot than the ledger says. */
    BALANCE_DIFFERS
  }
}
