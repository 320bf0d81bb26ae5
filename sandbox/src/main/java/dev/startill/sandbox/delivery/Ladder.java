package dev.startill.sandbox.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The growing pauses before an update is tried again (WebhookActor.cpp): none, then 2, 4, 8…
 * seconds, but no more than a bound that is drawn each time between 60 and 120. A receiver's
 * Retry-After takes a pause's place and lets the next one be what it would have been.
 */
final class Ladder {
  private static final int LEAST_BOUND = 60;
  private static final int LONGEST_WISH = 3600;

  private final RandomGenerator chance;
  private long delay = 1;
  private boolean failed;

  Ladder(RandomGenerator chance) {
    this.chance = chance;
  }

  Duration pause(long retryAfter) {
    boolean first = !failed;
    failed = true;
    if (retryAfter > 0) {
      return Duration.ofSeconds(Math.min(LONGEST_WISH, retryAfter));
    }
    if (first) {
      return Duration.ZERO;
    }
    delay = Math.min(chance.nextLong(LEAST_BOUND, 2L * LEAST_BOUND + 1), delay * 2);
    return Duration.ofSeconds(delay);
  }
}
