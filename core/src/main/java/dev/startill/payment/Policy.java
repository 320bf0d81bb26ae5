package dev.startill.payment;

import dev.startill.settings.Refunds.Automatic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the merchant has laid down about sending Stars back, as far as it holds now. Immutable.
 *
 * @param refund an id in hand, should a refund begin by itself
 * @param automatic what goes back without anybody asking; nothing before the first import of the
 *     statement has ended, nor while charges without an order flood in
 * @param window how long after its payment a charge may be sent back on request
 * @param revokesForged whether goods are taken back whose charge the statement does not have
 * @param importing whether the first import of the statement is under way: what is old comes to
 *     light, and its buyers are not written to
 */
public record Policy(
    RefundId refund,
    Set<Automatic> automatic,
    Optional<Duration> window,
    boolean revokesForged,
    boolean importing) {
  public Policy {
    automatic = Set.copyOf(automatic);
  }

  /** Whether this goes back by itself. */
  boolean sendsBack(Automatic reason) {
    return automatic.contains(reason);
  }

  /** Whether a charge may be sent back on request. */
  public boolean mayReturn(Charge charge, Instant now) {
    return window.isEmpty() || !now.isAfter(charge.at().plus(window.get()));
  }
}
