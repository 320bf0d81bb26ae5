package dev.startill.intake;

import dev.startill.ledger.Posting;
import dev.startill.payment.PaymentEvent;
import java.util.List;
import java.util.Optional;

/**
 * What one line of the statement means. Immutable.
 *
 * @param event what it tells of a payment of ours
 * @param postings what it tells of everything else
 */
public record Meaning(Optional<PaymentEvent> event, List<Posting> postings) {
  public Meaning {
    postings = List.copyOf(postings);
  }
}
