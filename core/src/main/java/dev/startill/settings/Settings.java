package dev.startill.settings;

import java.time.Duration;

/**
 * Every knob of the engine. Immutable; begin with {@link #defaults()}.
 *
 * @param hold how long an approved checkout keeps its piece of stock. Telegram's payment form lives
 *     10 minutes, so 15 leave room for a late charge.
 * @param orderValidity how long an invoice may be checked out. A day: long enough to come back to
 *     the chat, short enough that prices stay honest.
 * @param checkoutDeadline when a checkout that is not recorded is answered "no". Telegram gives up
 *     after 10 seconds; 8 leave two for the way.
 * @param lease how long a claimed message belongs to its claimer. Longer than any one delivery may
 *     take, so that only a crash ends it.
 * @param fulfilmentTimeout when a handler that does not return is interrupted and counted as
 *     failed. Half the lease.
 * @param joinedHandler for how long a handler may keep the only writer of a SQLite store, where it
 *     hands over the goods in the transaction that says so; then all of it is taken back. A second:
 *     a checkout that waits for it is still answered in time.
 * @param firstPause the pause after the first failed attempt; each further one doubles it.
 * @param longestPause where the pauses stop growing. An hour: a repaired handler is noticed the
 *     same day.
 * @param attempts after how many a message is given up and becomes a case. With the pauses above, a
 *     day and a half.
 * @param deliveries how many messages leave at once, {@link #handlers()} of them at most through
 *     the merchant's own handler. Messages that are about to be written count as well, and with 128
 *     buyers who pay at once 64 were too few.
 * @param claim how many messages are claimed in one unit of work, so that a backlog never makes a
 *     checkout wait.
 * @param poll how long the dispatcher sleeps when nothing wakes it: the net below the wake-up.
 * @param soleOwner whether no other code sells through this bot: foreign checkouts are declined
 *     then.
 * @param retention how long a message that is settled stays in the outbox. A month: longer than
 *     anybody asks what was sent when.
 * @param refunds what goes back, and when
 * @param reconciling when the books are compared with Telegram's
 */
public record Settings(
    Duration hold,
    Duration orderValidity,
    Duration checkoutDeadline,
    Duration lease,
    Duration fulfilmentTimeout,
    Duration joinedHandler,
    Duration firstPause,
    Duration longestPause,
    int attempts,
    int deliveries,
    int claim,
    Duration poll,
    boolean soleOwner,
    Duration retention,
    Refunds refunds,
    Reconciling reconciling) {

  /** Checks what would make the engine stand still. */
  public Settings {
    requirePositive("hold", hold);
    requirePositive("orderValidity", orderValidity);
    requirePositive("checkoutDeadline", checkoutDeadline);
    requirePositive("lease", lease);
    requirePositive("fulfilmentTimeout", fulfilmentTimeout);
    requirePositive("joinedHandler", joinedHandler);
    requirePositive("firstPause", firstPause);
    requirePositive("longestPause", longestPause);
    requirePositive("poll", poll);
    requirePositive("retention", retention);
    if (attempts < 1 || deliveries < 1 || claim < 1) {
      throw new IllegalArgumentException("attempts, deliveries and claim are at least 1.");
    }
    if (fulfilmentTimeout.compareTo(lease) >= 0) {
      throw new IllegalArgumentException("fulfilmentTimeout must be shorter than lease.");
    }
    if (joinedHandler.compareTo(fulfilmentTimeout) > 0) {
      throw new IllegalArgumentException("joinedHandler is at most fulfilmentTimeout.");
    }
  }

  /** What suits a shop of any size. */
  public static Settings defaults() {
    return new Settings(
        Duration.ofMinutes(15),
        Duration.ofHours(24),
        Duration.ofSeconds(8),
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofHours(1),
        45,
        256,
        64,
        Duration.ofSeconds(1),
        false,
        Duration.ofDays(30),
        Refunds.defaults(),
        Reconciling.defaults());
  }

  /**
   * How many handlers of the merchant's run at once: slow ones must not stop the other messages.
   */
  public int handlers() {
    return Math.max(1, deliveries / 8);
  }

  /** The same, as the only seller of this bot. */
  public Settings asSoleOwner() {
    return with(true, refunds, reconciling);
  }

  /** The same, with this laid down about sending Stars back. */
  public Settings refunding(Refunds policy) {
    return with(soleOwner, policy, reconciling);
  }

  /** The same, compared with Telegram's books like this. */
  public Settings reconciling(Reconciling how) {
    return with(soleOwner, refunds, how);
  }

  private Settings with(boolean sole, Refunds policy, Reconciling how) {
    return new Settings(
        hold,
        orderValidity,
        checkoutDeadline,
        lease,
        fulfilmentTimeout,
        joinedHandler,
        firstPause,
        longestPause,
        attempts,
        deliveries,
        claim,
        poll,
        sole,
        retention,
        policy,
        how);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing.");
    }
  }
}
