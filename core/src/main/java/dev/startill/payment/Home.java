package dev.startill.payment;

/** What an event is decided against. Immutable, all of them. */
public sealed interface Home permits Home.Nothing, Link, Order, StrayCharge {
  /** Nothing is known yet: whatever the event is about begins with it. */
  record Nothing() implements Home {}

  /** The one {@link Nothing}. */
  Nothing NOTHING = new Nothing();
}
