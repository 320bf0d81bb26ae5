package dev.startill.settings;

import java.time.Duration;

/**
 * When the books are compared with Telegram's. Immutable.
 *
 * @param every how often the statement is read on. A minute: within it a lost payment is found.
 * @param lag how far the statement may be behind the updates and the answers; unverified, so ten
 *     minutes. A charge that it lacks for longer is missing; a refund that it lacks for longer was
 *     not made.
 * @param page how many lines are read, and taken in within one unit of work, at once: Telegram
 *     gives at most 100.
 */
public record Reconciling(Duration every, Duration lag, int page) {
  private static final int MOST = 100;

  public Reconciling {
    if (!every.isPositive() || lag.isNegative()) {
      throw new IllegalArgumentException("every must be longer than nothing, lag not negative.");
    }
    if (page < 1 || page > MOST) {
      throw new IllegalArgumentException(
          "A page of the statement has 1 to %d lines.".formatted(MOST));
    }
  }

  /** What suits a shop of any size. */
  public static Reconciling defaults() {
    return new Reconciling(Duration.ofMinutes(1), Duration.ofMinutes(10), MOST);
  }

  /** The same, this often. */
  public Reconciling every(Duration pause) {
    return new Reconciling(pause, lag, page);
  }
}
