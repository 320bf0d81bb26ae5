package dev.startill.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a merchant lays down about sending Stars back. Immutable.
 *
 * @param window how long after its payment a charge may be sent back on request; without end by
 *     default, for Telegram documents no limit. A merchant who promises 90 days writes 90 days.
 * @param automatic what goes back without anybody asking. By default a second charge, which bought
 *     nothing, and a charge that found the shelf empty, for which there is nothing to wait. What
 *     could not be handed over waits for a person, because a replay mends most of that and a refund
 *     cannot be undone. What has our payload but no order waits too: a restored backup looks so.
 * @param ownerlessAnHour more charges without an order than this within an hour pause every
 *     automatic refund: then it is the books that are wrong, and not the buyers.
 * @param forged what happens to goods whose charge the statement does not have
 */
public record Refunds(
    Optional<Duration> window, Set<Automatic> automatic, int ownerlessAnHour, Forged forged) {
  /** What may go back without anybody asking. */
  public enum Automatic {
    /** A charge for an order that was paid already. */
    SECOND_CHARGE,
    /** A charge that came when the last one was sold. */
    SOLD_OUT,
    /** A charge whose goods could not be handed over for good, and certainly were not. */
    FULFILMENT_FAILED,
    /** A charge with our payload for an order or a link that we do not have. */
    OWNERLESS_CHARGE
  }

  /** What happens to goods whose charge the statement does not have. */
  public enum Forged {
    /** A case is opened; the goods stay where they are. */
    HOLD,
    /** A case is opened, and the goods are taken back. */
    REVOKE
  }

  public Refunds {
    automatic = Set.copyOf(automatic);
    if (window.isPresent() && !window.get().isPositive()) {
      throw new IllegalArgumentException("A refund window is longer than nothing.");
    }
    if (ownerlessAnHour < 0) {
      throw new IllegalArgumentException("ownerlessAnHour is not negative.");
    }
  }

  /** What suits most shops. */
  public static Refunds defaults() {
    return new Refunds(
        Optional.empty(), Set.of(Automatic.SECOND_CHARGE, Automatic.SOLD_OUT), 3, Forged.HOLD);
  }
}
