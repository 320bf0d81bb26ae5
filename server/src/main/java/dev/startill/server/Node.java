package dev.startill.server;

import dev.startill.node.NodeName;
import dev.startill.node.Tenure;
import dev.startill.node.Turn;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.SettingsException;
import dev.startill.port.Store;
import dev.startill.server.config.Config;
import dev.startill.server.config.Role;
import dev.startill.server.web.Health;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among those that serve one store: who it is, what it does, and whose turn it is.
 * Where nobody else can be, it is always its own. Closing it lets its duties go. Threads share it.
 */
final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final NodeId id;
  private final Set<Role> roles;
  private final Map<Lease.Duty, Tenure> tenures = new EnumMap<>(Lease.Duty.class);

  private Node(NodeId id, Set<Role> roles) {
    this.id = id;
    this.roles = roles;
  }

  /**
   * The node of this configuration, on its store; nobody attends to its duties yet.
   *
   * @param random tells apart two nodes of one host
   * @throws SettingsException if a store that nobody else serves is to be served by half
   */
  static Node of(Config config, Store store, RandomGenerator random) {
    var roles = config.node().roles();
    var node = new Node(config.node().id().orElseGet(() -> NodeName.ofThisHost(random)), roles);
    if (!config.isShared()) {
      node.mustDoEverything();
      store.inTransaction(Store.Lane.ROUTINE, Node::clearLeases);
    } else if (roles.contains(Role.WORKER)) {
      node.add(store, Lease.Duty.ROUNDS);
      if (config.telegram().updates() instanceof Config.Updates.Polling) {
        node.add(store, Lease.Duty.POLLER);
      }
    }
    LOG.info("node={} roles={}", node.id, roles.stream().map(Role::word).sorted().toList());
    return node;
  }

  boolean does(Role role) {
    return roles.contains(role);
  }

  /** When this node makes the rounds. */
  Turn rounds() {
    return tenure(Lease.Duty.ROUNDS).<Turn>map(tenure -> tenure).orElse(Turn.ALWAYS);
  }

  /** This node's hold on a duty; none where it is alone, or does not have this duty at all. */
  Optional<Tenure> tenure(Lease.Duty duty) {
    return Optional.ofNullable(tenures.get(duty));
  }

  /** From here on it looks after the rounds; after its polling, once it can poll. */
  Node start() {
    tenure(Lease.Duty.ROUNDS).ifPresent(Tenure::start);
    return this;
  }

  Health.Node about() {
    return new Health.Node(
        id, roles, tenures.values().stream().flatMap(t -> t.seen().stream()).toList());
  }

  @Override
  public void close() {
    tenures.values().forEach(Tenure::close);
  }

  private void add(Store store, Lease.Duty duty) {
    tenures.put(duty, Tenure.of(store, duty, id));
  }

  private void mustDoEverything() {
    if (!roles.equals(Role.ALL)) {
      throw new SettingsException(
          "One process alone serves a file of SQLite, so it has to do everything: leave the roles"
              + " away, or use a database that several machines can reach.");
    }
  }

  /** Nobody else serves this store, so whatever is leased was leased by a process that died. */
  private static boolean clearLeases(Store.Work work) {
    work.clearLeases();
    return true;
  }
}
