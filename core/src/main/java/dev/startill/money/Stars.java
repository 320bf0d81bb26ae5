package dev.startill.money;

/**
 * An amount of Telegram Stars (currency {@code XTR}) that a price or a charge can have: whole and
 * at least one. Immutable, so threads may share it.
 *
 * @param count how many Stars; Telegram's {@code total_amount} as it stands, without decimals
 */
public record Stars(long count) implements Comparable<Stars> {
  /** The ledger's unit: a Star has a thousand million nanostars, as in {@code nanostar_amount}. */
  public static final long NANOS_PER_STAR = 1_000_000_000L;

  /** Refuses what no price can be, and what would not fit the ledger's nanostars. */
  public Stars {
    if (!fits(count)) {
      throw new IllegalArgumentException("Stars must be at least 1, but were " + count + ".");
    }
  }

  /** Whether a number can be an amount of Stars. */
  public static boolean fits(long count) {
    return count >= 1 && count <= Long.MAX_VALUE / NANOS_PER_STAR;
  }

  /** The same amount in nanostars, as the ledger books it. */
  public long toNanos() {
    return count * NANOS_PER_STAR;
  }

  @Override
  public int compareTo(Stars other) {
    return Long.compare(count, other.count);
  }

  @Override
  public String toString() {
    return count + " XTR";
  }
}
