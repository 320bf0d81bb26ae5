package dev.startill.sandbox.world;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The rules of the Stars economy beyond a single payment: those that Telegram does not document,
 * and those that a test may want otherwise. Each says what is known.
 *
 * @param subscriptionPeriod the one period that a subscription may have, in seconds. Documented:
 *     2592000 (core.telegram.org/bots/api#createinvoicelink).
 * @param subscriptionCeiling the dearest subscription. Documented (10000), and measured by a third
 *     party.
 * @param firstIsRecurring whether a subscription's first payment has {@code is_recurring} beside
 *     {@code is_first_recurring}. Unverified; assumed, for the documentation calls every payment
 *     "for a subscription" recurring.
 * @param renewalsAsk whether a pre-checkout query precedes a renewal. Unverified; assumed not,
 *     since none is documented.
 * @param retryEvery how often a renewal is tried that found too few Stars. Unverified, assumed.
 * @param retryWindow for how long that goes on before the subscription is over; zero for never.
 *     Unverified, assumed. The bot is told once, of the first failure.
 * @param subscriptionUpdates whether bots get {@code subscription} updates; not so before Bot API
 *     10.2.
 * @param botCancelIsTold whether editUserStarSubscription sends the bot a {@code subscription}
 *     update. Unverified; assumed not.
 * @param refundEnds whether the refund of a subscription's charge ends it at once. Unverified;
 *     assumed not.
 * @param chargebackLine what a bot's books show of a chargeback. Unverified; assumed: the line that
 *     a refund has. No update tells of it either way.
 * @param withdrawalMinimum the fewest Stars that can be withdrawn. TDLib's default (1000).
 * @param withdrawalTime how long a withdrawal is pending before it succeeds by itself. Assumed.
 */
public record StarKnobs(
    int subscriptionPeriod,
    long subscriptionCeiling,
    boolean firstIsRecurring,
    boolean renewalsAsk,
    Duration retryEvery,
    Duration retryWindow,
    boolean subscriptionUpdates,
    boolean botCancelIsTold,
    boolean refundEnds,
    ChargebackLine chargebackLine,
    long withdrawalMinimum,
    Duration withdrawalTime) {

  /** How a chargeback looks in the books of the bot that lost the Stars. */
  public enum ChargebackLine {
    /** Outgoing, to the payer, with the charge's identifier: as a refund. */
    AS_REFUND,
    /** Outgoing, to a partner without a name, with an identifier of its own. */
    AS_OTHER
  }

  /** What Telegram is known, or assumed, to do. */
  public static final StarKnobs TELEGRAM = new Draft().done();

  /** The same rules, but for what the change sets. */
  public StarKnobs with(Consumer<Draft> change) {
    var draft = new Draft();
    draft.subscriptionPeriod = subscriptionPeriod;
    draft.subscriptionCeiling = subscriptionCeiling;
    draft.firstIsRecurring = firstIsRecurring;
    draft.renewalsAsk = renewalsAsk;
    draft.retryEvery = retryEvery;
    draft.retryWindow = retryWindow;
    draft.subscriptionUpdates = subscriptionUpdates;
    draft.botCancelIsTold = botCancelIsTold;
    draft.refundEnds = refundEnds;
    draft.chargebackLine = chargebackLine;
    draft.withdrawalMinimum = withdrawalMinimum;
    draft.withdrawalTime = withdrawalTime;
    change.accept(draft);
    return draft.done();
  }

  /** Rules in the making: set what shall differ. */
  @SuppressWarnings("MissingSummary")
  public static final class Draft {
    public int subscriptionPeriod = 2_592_000;
    public long subscriptionCeiling = 10_000;
    public boolean firstIsRecurring = true;
    public boolean renewalsAsk;
    public Duration retryEvery = Duration.ofHours(1);
    public Duration retryWindow = Duration.ofDays(1);
    public boolean subscriptionUpdates = true;
    public boolean botCancelIsTold;
    public boolean refundEnds;
    public ChargebackLine chargebackLine = ChargebackLine.AS_REFUND;
    public long withdrawalMinimum = 1_000;
    public Duration withdrawalTime = Duration.ofMinutes(15);

    private Draft() {}

    private StarKnobs done() {
      return new StarKnobs(
          subscriptionPeriod,
          subscriptionCeiling,
          firstIsRecurring,
          renewalsAsk,
          retryEvery,
          retryWindow,
          subscriptionUpdates,
          botCancelIsTold,
          refundEnds,
          chargebackLine,
          withdrawalMinimum,
          withdrawalTime);
    }
  }
}
