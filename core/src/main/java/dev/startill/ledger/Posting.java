package dev.startill.ledger;

/**
 * One move of Stars. Balanced by its shape: what leaves one account enters the other. Never edited;
 * undone only by its reverse. Immutable.
 *
 * @param from the account it leaves
 * @param to the account it enters
 * @param nanostars how much, at least 1; a Star has 1,000,000,000
 * @param source what caused it, unique among all postings of a bot, so that nothing books twice
 */
public record Posting(Account from, Account to, long nanostars, String source) {
  public Posting {
    if (nanostars < 1) {
      throw new IllegalArgumentException("A posting moves at least 1 nanostar.");
    }
    if (from == to) {
      throw new IllegalArgumentException("A posting moves Stars between two accounts.");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("A posting names what caused it.");
    }
  }

  /** The same amount the other way, caused by something else. */
  public Posting reversed(String cause) {
    return new Posting(to, from, nanostars, cause);
  }
}
