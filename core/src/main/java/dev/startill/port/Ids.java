package dev.startill.port;

import java.nio.ByteBuffer;
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

  /**
   * A good source of chance is slow to begin and quick to go on: it is asked for many ids at once.
   */
  private static final int DRAWN_AT_ONCE = 64;

  private static final int CHANCE_OF_ONE = Short.BYTES + Long.BYTES;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final byte[] drawn = new byte[DRAWN_AT_ONCE * CHANCE_OF_ONE];
  private final ByteBuffer chance = ByteBuffer.wrap(drawn).position(drawn.length);

  /** Ids of this time and this chance. */
  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id such as {@code ord_06gkz…}. */
  public String next(String prefix) {
    long high;
    long low;
    synchronized (drawn) {
      if (!chance.hasRemaining()) {
        draw();
      }
      high = clock.millis() << 16 | VERSION_7 | (chance.getShort() & 0xfff);
      low = chance.getLong() >>> 2 | VARIANT;
    }
    return prefix + "_" + base32(high, low);
  }

  private void draw() {
    synchronized (random) {
      random.nextBytes(drawn);
    }
    chance.rewind();
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
