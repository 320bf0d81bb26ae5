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

  /**
   * The most that one price or charge can have. Telegram was seen to refuse 150,000 Stars for an
   * invoice; a hundred times what it takes leaves it room to grow, and leaves room in the ledger,
   * whose sums of nanostars would overflow with a few amounts that nobody ever paid.
   */
  public static final long MOST = 10_000_000;

  /** Refuses what no price can be. */
  public Stars {
    if (!fits(count)) {
      throw new IllegalArgumentException(
          "Stars must be 1 to %d, but were %d.".formatted(MOST, count));
    }
  }

  /** Whether a number can be an amount of Stars. */
  public static boolean fits(long count) {
    return count >= 1 && count <= MOST;
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
