package dev.startill.outbox;

import java.time.Duration;

/**
 * When to try again: each pause doubles the one before, up to the longest. Pure and immutable.
 *
 * @param first after the first failed attempt
 * @param longest where it stops growing
 * @param attempts after how many it is given up
 */
public record Schedule(Duration first, Duration longest, int attempts) {
  private static final int MOST_DOUBLINGS = 40;

  /** The pause after so many failed attempts, the first being 1. */
  public Duration pauseAfter(int attempt) {
    var doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    var millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
    return millis <= 0 ? longest : Duration.ofMillis(millis);
  }

  /** Whether there will be no further attempt. */
  public boolean isOverAfter(int attempt) {
    return attempt >= attempts;
  }
}
