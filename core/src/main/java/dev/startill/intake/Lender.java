package dev.startill.intake;

import dev.startill.payment.PaymentEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Takes a place at the outlet before a commit that usually writes a message which nothing holds
 * back: it is leased as it is written, and leaves right after. Threads share it.
 */
final class Lender {
  private final Outlet outlet;
  private final InstantSource clock;
  private final Duration lease;

  /** With leases of this length. */
  Lender(Outlet outlet, InstantSource clock, Duration lease) {
    this.outlet = outlet;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Lets something be decided and committed, and sends what was lent.
   *
   * @param commit does it; gets the lease, which is zero where there is no place
   */
  Decided decide(PaymentEvent event, Function<Duration, Decided> commit) {
    return sendsAtOnce(event) && outlet.reserve()
        ? decideAndSend(commit)
        : commit.apply(Duration.ZERO);
  }

  private static boolean sendsAtOnce(PaymentEvent event) {
    return event instanceof PaymentEvent.ChargeReceived
        || event instanceof PaymentEvent.InvoiceRequested;
  }

  private Decided decideAndSend(Function<Duration, Decided> commit) {
    var until = clock.instant().plus(lease);
    var sends = false;
    try {
      var decided = commit.apply(lease);
      sends = decided.lent().isPresent();
      decided.lent().ifPresent(lent -> outlet.send(lent, until));
      return decided;
    } finally {
      if (!sends) {
        outlet.giveBack();
      }
    }
  }
}
