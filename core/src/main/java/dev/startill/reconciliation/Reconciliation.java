package dev.startill.reconciliation;

import java.util.OptionalLong;

/**
 * What one reading of the statement came to. Immutable.
 *
 * @param lines how many lines were new
 * @param recovered payments of ours that no update had told of
 * @param refunds refunds that no update or answer had told of
 * @param missing charges of ours that the statement lacks
 * @param repeated refunds that were not made and are asked for again
 * @param awaited nanostars of charges of ours that the statement does not show yet: they are left
 *     out of the comparison
 * @param difference nanostars that Telegram holds beyond the ledger, negative where it holds less;
 *     empty if the two could not be compared: Telegram did not say what it holds, Stars came and
 *     went all the while, or somebody else was reading
 */
public record Reconciliation(
    long lines,
    int recovered,
    int refunds,
    int missing,
    int repeated,
    long awaited,
    OptionalLong difference) {
  /**
   * Whether Telegram and the ledger were compared, and agree to the nanostar, but for what is
   * awaited.
   */
  public boolean agrees() {
    return difference.isPresent() && difference.getAsLong() == 0;
  }

  /** What this reading and the next one came to together; the latter's difference counts. */
  public Reconciliation and(Reconciliation next) {
    return new Reconciliation(
        lines + next.lines,
        recovered + next.recovered,
        refunds + next.refunds,
        missing + next.missing,
        repeated + next.repeated,
        next.awaited,
        next.difference);
  }
}
