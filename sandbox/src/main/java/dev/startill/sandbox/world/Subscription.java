package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A buyer's subscription in a bot. It is known by its first charge; {@code until} is where the paid
 * time ends (Unix seconds), {@code due} when something happens to it next, and {@link Instant#MAX}
 * when nothing does.
 */
public record Subscription(
    long id,
    long user,
    long bot,
    Invoice invoice,
    State state,
    long until,
    Instant due,
    List<String> charges) {

  /** How it stands. */
  public enum State {
    /** It renews when the paid time ends. */
    ACTIVE,
    /** The buyer ended it, and may take that back until the paid time ends. */
    CANCELED,
    /** The bot ended it; the buyer cannot take that back. */
    CANCELED_BY_BOT,
    /** A renewal found too few Stars; it is tried again for a while. */
    FAILED,
    /** Over. */
    EXPIRED
  }

  /** The charges as values. */
  public Subscription {
    charges = List.copyOf(charges);
  }

  /** The charge by which Telegram knows it. */
  public String firstCharge() {
    return charges.getFirst();
  }

  Subscription in(State other) {
    return new Subscription(id, user, bot, invoice, other, until, due, charges);
  }

  Subscription in(State other, Instant moment) {
    return new Subscription(id, user, bot, invoice, other, until, moment, charges);
  }

  Subscription renewed(Charge charge) {
    var all = new ArrayList<>(charges);
    all.add(charge.id());
    long end = charge.period().until();
    return new Subscription(
        id, user, bot, invoice, State.ACTIVE, end, Instant.ofEpochSecond(end), all);
  }
}
