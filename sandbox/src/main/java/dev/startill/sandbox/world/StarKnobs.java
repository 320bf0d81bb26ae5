package dev.startill.sandbox.world;

import java.time.Duration;

/** How the knobs of the Stars economy beyond a single payment stand; {@link Knob} says all else. */
public record StarKnobs(Knobs all) {
  /** How a chargeback looks in the books of the bot that lost the Stars. */
  public enum ChargebackLine {
    /** Outgoing, to the payer, with the charge's identifier: as a refund. */
    AS_REFUND,
    /** Outgoing, to a partner without a name, with an identifier of its own. */
    AS_OTHER
  }

  /** {@link Knob#SUBSCRIPTION_PERIOD}, in seconds. */
  public long subscriptionPeriod() {
    return (long) all.get(Knob.SUBSCRIPTION_PERIOD);
  }

  /** {@link Knob#SUBSCRIPTION_CEILING}. */
  public long subscriptionCeiling() {
    return (long) all.get(Knob.SUBSCRIPTION_CEILING);
  }

  /** {@link Knob#FIRST_IS_RECURRING}. */
  public boolean firstIsRecurring() {
    return (boolean) all.get(Knob.FIRST_IS_RECURRING);
  }

  /** {@link Knob#RENEWALS_ASK}. */
  public boolean renewalsAsk() {
    return (boolean) all.get(Knob.RENEWALS_ASK);
  }

  /** {@link Knob#RENEWAL_RETRY_EVERY}, or a second if it is shorter: time must go on. */
  public Duration retryEvery() {
    var every = (Duration) all.get(Knob.RENEWAL_RETRY_EVERY);
    return every.toSeconds() < 1 ? Duration.ofSeconds(1) : every;
  }

  /** {@link Knob#RENEWAL_RETRY_WINDOW}. */
  public Duration retryWindow() {
    return (Duration) all.get(Knob.RENEWAL_RETRY_WINDOW);
  }

  /** {@link Knob#SUBSCRIPTION_UPDATES}. */
  public boolean subscriptionUpdates() {
    return (boolean) all.get(Knob.SUBSCRIPTION_UPDATES);
  }

  /** {@link Knob#BOT_CANCEL_IS_TOLD}. */
  public boolean botCancelIsTold() {
    return (boolean) all.get(Knob.BOT_CANCEL_IS_TOLD);
  }

  /** {@link Knob#REFUND_ENDS_SUBSCRIPTION}. */
  public boolean refundEnds() {
    return (boolean) all.get(Knob.REFUND_ENDS_SUBSCRIPTION);
  }

  /** {@link Knob#CHARGEBACK_LINE}. */
  public ChargebackLine chargebackLine() {
    return (ChargebackLine) all.get(Knob.CHARGEBACK_LINE);
  }

  /** {@link Knob#WITHDRAWAL_MINIMUM}. */
  public long withdrawalMinimum() {
    return (long) all.get(Knob.WITHDRAWAL_MINIMUM);
  }

  /** {@link Knob#WITHDRAWAL_TIME}. */
  public Duration withdrawalTime() {
    return (Duration) all.get(Knob.WITHDRAWAL_TIME);
  }
}
