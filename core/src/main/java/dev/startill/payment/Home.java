package dev.startill.payment;

import java.util.Optional;

/** What an event is decided against. Immutable, all of them. */
public sealed interface Home permits Home.Nothing, Link, Order, StrayCharge {
  /** Nothing is known yet: whatever the event is about begins with it. */
  record Nothing() implements Home {}

  /** The Stars that a home holds, if any arrived for it. */
  static Optional<Charge> chargeOf(Home home) {
    return switch (home) {
      case Order.Paid paid -> Optional.of(paid.charge());
      case StrayCharge stray -> Optional.of(stray.charge());
      case Order order -> Optional.empty();
      case Link link -> Optional.empty();
      case Nothing nothing -> Optional.empty();
    };
  }

  /** The one {@link Nothing}. */
  Nothing NOTHING = new Nothing();
}
