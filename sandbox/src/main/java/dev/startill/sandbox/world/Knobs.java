package dev.startill.sandbox.world;

import java.time.Duration;

/**
 * Rules that Telegram does not document, or that a test may want otherwise. Each says what is
 * known.
 *
 * @param balanceCheck when a buyer's balance is compared with the price. Unverified; assumed:
 *     before the bot is asked, because the client offers to buy Stars first. It is always compared
 *     again when the Stars move.
 * @param checkoutDeadline how long a bot may think about a pre-checkout query. Documented: ten
 *     seconds (core.telegram.org/bots/api#answerprecheckoutquery).
 * @param messageRetention how long an unread update waits. Documented: 24 hours.
 * @param queryRetention how long pre-checkout and callback queries wait. From the Bot API server's
 *     source (Client.cpp): 150 seconds.
 * @param starCeiling the dearest one-off invoice. Measured by a third party: 100000 accepted,
 *     150000 refused; the edge between is assumed.
 * @param titleLimit characters of an invoice's title. The limit is documented (32); the error text
 *     is assumed.
 * @param descriptionLimit characters of an invoice's description. Documented (255); text assumed.
 * @param strangersAreForbidden what a bot is told that writes first to a user who never started it:
 *     403 "bot can't initiate conversation with a user" (documented, for users whom the bot has
 *     met) or, when false, 400 "chat not found" (seen for users whom it has never met).
 * @param refundsMayOverdraw whether a refund succeeds when the bot's balance is lower. Unverified;
 *     assumed, since StarAmount.amount is documented as possibly negative.
 * @param stars the rules of subscriptions, chargebacks and withdrawals.
 * @param chatHistory messages kept in a chat; older ones are forgotten. The sandbox's own bound.
 */
public record Knobs(
    BalanceCheck balanceCheck,
    Duration checkoutDeadline,
    Duration messageRetention,
    Duration queryRetention,
    long starCeiling,
    int titleLimit,
    int descriptionLimit,
    boolean strangersAreForbidden,
    boolean refundsMayOverdraw,
    int chatHistory,
    StarKnobs stars) {

  /** When a balance that is too low is noticed. */
  public enum BalanceCheck {
    BEFORE_PRE_CHECKOUT,
    AFTER_PRE_CHECKOUT
  }

  /** What Telegram is known, or assumed, to do. */
  public static final Knobs TELEGRAM =
      new Knobs(
          BalanceCheck.BEFORE_PRE_CHECKOUT,
          Duration.ofSeconds(10),
          Duration.ofHours(24),
          Duration.ofSeconds(150),
          100_000,
          32,
          255,
          true,
          true,
          10_000,
          StarKnobs.TELEGRAM);

  /** The same knobs, with the balance compared at another moment. */
  public Knobs checkingBalance(BalanceCheck when) {
    return new Knobs(
        when,
        checkoutDeadline,
        messageRetention,
        queryRetention,
        starCeiling,
        titleLimit,
        descriptionLimit,
        strangersAreForbidden,
        refundsMayOverdraw,
        chatHistory,
        stars);
  }

  /** The same knobs, with other rules for the Stars economy. */
  public Knobs ruling(StarKnobs other) {
    return new Knobs(
        balanceCheck,
        checkoutDeadline,
        messageRetention,
        queryRetention,
        starCeiling,
        titleLimit,
        descriptionLimit,
        strangersAreForbidden,
        refundsMayOverdraw,
        chatHistory,
        other);
  }
}
