package dev.startill.telegram.http;

import java.time.Duration;

/**
 * Every knob of polling. Immutable; begin with {@link #defaults()}.
 *
 * @param timeout how long Telegram holds a call when it has nothing; 50 s is the most that it does
 *     (tdlib/telegram-bot-api, {@code Client.cpp})
 * @param again after how long Telegram is asked again while an update is still being handled: long
 *     enough that it answers in full (asked twice within half a second it shows one update only),
 *     short enough for a checkout that lies behind
 * @param company how long asking waits once updates are handled. What they led to leaves in that
 *     moment, and Telegram answers at once with what it has: whatever it brings about a moment too
 *     late would wait for another way there and back.
 * @param firstPause the pause after the first failure, of the network or of a handler; each further
 *     one doubles it
 * @param longestPause where the pauses stop growing
 * @param attempts after how many a message that is no payment is given up, if handling it throws
 *     anything but a {@link dev.startill.port.StoreException}
 * @param moneyAttempts the same for payments and refunds. They cannot be tried for ever: what lies
 *     a hundred updates behind one of them is not seen, and nothing would be sold any more.
 *     Telegram's statement keeps what was given up.
 */
public record PollingSettings(
    Duration timeout,
    Duration again,
    Duration company,
    Duration firstPause,
    Duration longestPause,
    int attempts,
    int moneyAttempts) {

  /** Refuses what could never work. */
  public PollingSettings {
    if (timeout.isNegative()
        || again.isNegative()
        || company.isNegative()
        || firstPause.isNegative()) {
      throw new IllegalArgumentException("A pause is not negative.");
    }
    if (longestPause.compareTo(firstPause) < 0 || attempts < 1 || moneyAttempts < 1) {
      throw new IllegalArgumentException("Pauses grow, and there is at least one attempt.");
    }
  }

  /** What suits api.telegram.org; twenty attempts take seven minutes. */
  public static PollingSettings defaults() {
    return new PollingSettings(
        Duration.ofSeconds(50),
        Duration.ofMillis(600),
        Duration.ofMillis(2),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        5,
        20);
  }

  /** The same, holding each call so long. */
  public PollingSettings withTimeout(Duration longPoll) {
    return new PollingSettings(
        longPoll, again, company, firstPause, longestPause, attempts, moneyAttempts);
  }

  /** The pause after so many failures in a row. */
  Duration pauseAfter(int failures) {
    var doubled = firstPause.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 20));
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }
}
