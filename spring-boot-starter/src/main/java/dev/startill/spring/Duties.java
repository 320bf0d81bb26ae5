package dev.startill.spring;

import dev.startill.node.NodeName;
import dev.startill.node.Tenure;
import dev.startill.node.Turn;
import dev.startill.port.Lease.Duty;
import dev.startill.port.Store;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one node at a time does for all that share the store; nothing where this one is alone.
 * Closing it lets them go.
 *
 * @param rounds this node's hold on watching the clock and the statement
 * @param poller this node's hold on asking for updates
 */
record Duties(Optional<Tenure> rounds, Optional<Tenure> poller) implements AutoCloseable {
  /** Of a node that is alone. */
  static final Duties ALONE = new Duties(Optional.empty(), Optional.empty());

  /** Of one of several. */
  static Duties shared(Store store) {
    var node = NodeName.ofThisHost(new SecureRandom());
    return new Duties(
        Optional.of(Tenure.of(store, Duty.ROUNDS, node)),
        Optional.of(Tenure.of(store, Duty.POLLER, node)));
  }

  /** When this node makes the rounds. */
  Turn roundsTurn() {
    return rounds.<Turn>map(tenure -> tenure).orElse(Turn.ALWAYS);
  }

  @Override
  public void close() {
    Stream.of(rounds, poller).flatMap(Optional::stream).forEach(Tenure::close);
  }
}
