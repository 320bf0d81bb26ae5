package dev.startill.sandbox.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The growing pauses between attempts: at once, then 1, 2, 4… seconds up to a bound drawn between
 * 60 and 120; a receiver's Retry-After takes a step's place (WebhookActor.cpp).
 */
final class Ladder {
  private final long longest;
  private long next;

  Ladder(RandomGenerator chance) {
    this.longest = chance.nextLong(60, 121);
  }

  Duration pause(long retryAfter) {
    long pause = retryAfter > 0 ? retryAfter : next;
    next = Math.min(longest, Math.max(1, next * 2));
    return Duration.ofSeconds(pause);
  }

  void reset() {
    next = 0;
  }
}
