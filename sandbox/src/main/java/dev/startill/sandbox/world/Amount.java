package dev.startill.sandbox.world;

/**
 * Stars with their billionths, as StarAmount has them: both parts have the same sign, or are zero
 * (core.telegram.org/bots/api#staramount). Nearly all amounts are whole; a broadcast message costs
 * a tenth.
 */
public record Amount(long stars, int nanostars) implements Comparable<Amount> {
  private static final int NANOS = 1_000_000_000;

  /** Nothing. */
  public static final Amount ZERO = new Amount(0, 0);

  /** Both parts on the same side of zero, and less than a Star of billionths. */
  public Amount {
    if (Math.abs((long) nanostars) >= NANOS || Long.signum(stars) * (long) nanostars < 0) {
      throw new IllegalArgumentException(stars + " Stars and " + nanostars + " nanostars");
    }
  }

  /** Whole Stars. */
  public static Amount of(long stars) {
    return new Amount(stars, 0);
  }

  /** The sum. */
  public Amount plus(Amount other) {
    long whole = stars + other.stars;
    long nanos = (long) nanostars + other.nanostars;
    whole += nanos / NANOS;
    nanos %= NANOS;
    if (whole > 0 && nanos < 0) {
      whole--;
      nanos += NANOS;
    } else if (whole < 0 && nanos > 0) {
      whole++;
      nanos -= NANOS;
    }
    return new Amount(whole, (int) nanos);
  }

  /** The same on the other side of zero. */
  public Amount negated() {
    return new Amount(-stars, -nanostars);
  }

  /** So many times this. */
  public Amount times(long count) {
    long nanos = nanostars * count;
    return new Amount(stars * count + nanos / NANOS, (int) (nanos % NANOS));
  }

  @Override
  public int compareTo(Amount other) {
    int whole = Long.compare(stars, other.stars);
    return whole != 0 ? whole : Integer.compare(nanostars, other.nanostars);
  }
}
