package dev.startill;

import dev.startill.catalog.ProductId;
import dev.startill.party.BuyerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A buyer's right to a product. Immutable.
 *
 * @param buyer whose
 * @param product to what
 * @param since since when: the payment that it began with
 * @param until until when, that moment excluded; empty for ever
 */
public record Entitlement(
    BuyerId buyer, ProductId product, Instant since, Optional<Instant> until) {
  /** Whether it is not over at a moment. */
  public boolean holdsAt(Instant moment) {
    return until.filter(end -> !moment.isBefore(end)).isEmpty();
  }
}
