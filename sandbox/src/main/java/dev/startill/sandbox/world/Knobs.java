package dev.startill.sandbox.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How all knobs stand: those that were turned, the others as {@link Knob} says. Immutable.
 *
 * @param turned what differs from the default
 */
public record Knobs(Map<Knob, Object> turned) {
  /** When a balance that is too low is noticed. */
  public enum BalanceCheck {
    BEFORE_PRE_CHECKOUT,
    AFTER_PRE_CHECKOUT
  }

  /** What Telegram is known, or assumed, to do. */
  public static final Knobs TELEGRAM = new Knobs(Map.of());

  /** A value of another kind than its knob's is a mistake. */
  public Knobs {
    turned = Map.copyOf(turned);
    turned.forEach(Knob::check);
  }

  /** The same knobs but for this one. */
  public Knobs with(Knob knob, Object value) {
    var all = new HashMap<>(turned);
    all.put(knob, value);
    return new Knobs(all);
  }

  /** How a knob stands. */
  public Object get(Knob knob) {
    return turned.getOrDefault(knob, knob.byDefault());
  }

  /** {@link Knob#BALANCE_CHECK}. */
  public BalanceCheck balanceCheck() {
    return (BalanceCheck) get(Knob.BALANCE_CHECK);
  }

  /** {@link Knob#CHECKOUT_DEADLINE}. */
  public Duration checkoutDeadline() {
    return (Duration) get(Knob.CHECKOUT_DEADLINE);
  }

  /** {@link Knob#MESSAGE_RETENTION}. */
  public Duration messageRetention() {
    return (Duration) get(Knob.MESSAGE_RETENTION);
  }

  /** {@link Knob#QUERY_RETENTION}. */
  public Duration queryRetention() {
    return (Duration) get(Knob.QUERY_RETENTION);
  }

  /** {@link Knob#STAR_CEILING}. */
  public long starCeiling() {
    return number(Knob.STAR_CEILING);
  }

  /** {@link Knob#TITLE_LIMIT}. */
  public long titleLimit() {
    return number(Knob.TITLE_LIMIT);
  }

  /** {@link Knob#DESCRIPTION_LIMIT}. */
  public long descriptionLimit() {
    return number(Knob.DESCRIPTION_LIMIT);
  }

  /** {@link Knob#STRANGERS_ARE_FORBIDDEN}. */
  public boolean strangersAreForbidden() {
    return flag(Knob.STRANGERS_ARE_FORBIDDEN);
  }

  /** {@link Knob#REFUNDS_MAY_OVERDRAW}. */
  public boolean refundsMayOverdraw() {
    return flag(Knob.REFUNDS_MAY_OVERDRAW);
  }

  /** {@link Knob#UNKNOWN_USER_IS_NAMED}. */
  public boolean unknownUserIsNamed() {
    return flag(Knob.UNKNOWN_USER_IS_NAMED);
  }

  /** {@link Knob#FLOOD_CONTROL}. */
  public boolean floodControl() {
    return flag(Knob.FLOOD_CONTROL);
  }

  /** {@link Knob#PAID_BROADCAST_BALANCE}. */
  public long paidBroadcastBalance() {
    return number(Knob.PAID_BROADCAST_BALANCE);
  }

  /** {@link Knob#CHANNEL_RENEWALS_ARE_TOLD}. */
  public boolean channelRenewalsAreTold() {
    return flag(Knob.CHANNEL_RENEWALS_ARE_TOLD);
  }

  /** {@link Knob#CHAT_HISTORY}. */
  public int chatHistory() {
    return (int) Math.min(Integer.MAX_VALUE, number(Knob.CHAT_HISTORY));
  }

  /** The rules of subscriptions, chargebacks and withdrawals. */
  public StarKnobs stars() {
    return new StarKnobs(this);
  }

  /** {@link Knob#HISTORY}. */
  public int history() {
    return (int) Math.min(Integer.MAX_VALUE, number(Knob.HISTORY));
  }

  /** {@link Knob#POLLING_SLOWED}. */
  public boolean pollingSlowed() {
    return flag(Knob.POLLING_SLOWED);
  }

  /** {@link Knob#UPDATE_IDS_RESTART}. */
  public boolean updateIdsRestart() {
    return flag(Knob.UPDATE_IDS_RESTART);
  }

  private boolean flag(Knob knob) {
    return (boolean) get(knob);
  }

  private long number(Knob knob) {
    return (long) get(knob);
  }
}
