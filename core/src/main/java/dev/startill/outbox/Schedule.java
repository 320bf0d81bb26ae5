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

  /**
   * Whether there will be no further attempt: enough of them were made, and as much time has gone
   * as they would take with their pauses. A world that only asks for patience uses up attempts
   * quickly, but not time.
   */
  public boolean isOverAfter(int attempt, Duration age) {
    return attempt >= attempts && age.compareTo(span()) >= 0;
  }

  /** How long all attempts take with the pauses between them. */
  public Duration span() {
    var sum = Duration.ZERO;
    for (var attempt = 1; attempt < attempts; attempt++) {
      sum = sum.plus(pauseAfter(attempt));
    }
    return sum;
  }
}
