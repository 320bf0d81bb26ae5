package dev.startill.port;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes the ids that are ours: a prefix and a UUIDv7 (RFC 9562) in Crockford's base32, 26
 * lower-case letters and digits, so that they sort by time. Time and chance come in by hand.
 * Threads share it.
 */
public final class Ids {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final int VERSION_7 = 0x7000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource clock;
  private final RandomGenerator random;

  /** Ids of this time and this chance. */
  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id such as {@code ord_06gkz…}. */
  public String next(String prefix) {
    long high;
    long low;
    synchronized (random) {
      high = clock.millis() << 16 | VERSION_7 | random.nextInt(0x1000);
      low = random.nextLong() >>> 2 | VARIANT;
    }
    return prefix + "_" + base32(high, low);
  }

  private static String base32(long high, long low) {
    var digits = new char[LENGTH];
    var upper = high;
    var lower = low;
    for (var i = LENGTH - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (lower & 31));
      lower = lower >>> 5 | upper << 59;
      upper >>>= 5;
    }
    return new String(digits);
  }
}
