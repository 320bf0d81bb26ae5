package dev.startill.server.web;

import dev.startill.jdbc.JdbcStore;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.server.config.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether the server can sell, and if not, why; and which node of how many it is. Answers within
 * {@link Pulse#LIMIT} whatever Telegram and the database do. Threads share it.
 */
public final class Health {
  private volatile Supplier<Optional<String>> trouble =
      () -> Optional.of("The server is starting and has not yet heard from Telegram.");

  private final Supplier<JdbcStore.Stats> store;
  private final Pulse pulse;
  private final Supplier<Node> node;

  /** Of a server with this store's counts and pulse, which is this node. */
  public Health(Supplier<JdbcStore.Stats> store, Pulse pulse, Supplier<Node> node) {
    this.store = store;
    this.pulse = pulse;
    this.node = node;
  }

  /**
   * A node of those that share a store.
   *
   * @param id which
   * @param roles what it does
   * @param leases who has the duties that it may have, as far as it knows
   */
  public record Node(NodeId id, Set<Role> roles, List<Lease> leases) {}

  /** The server cannot sell. */
  public void isBad(String because) {
    trouble = () -> Optional.of(because);
  }

  /** The server sells whenever this is empty and its store is reached. */
  public void isAs(Supplier<Optional<String>> source) {
    trouble = source;
  }

  /** Why it cannot sell; nothing if it can. */
  public Optional<String> reason() {
    return trouble.get().or(pulse::trouble);
  }

  /** All of it, with this reason. */
  String json(Optional<String> reason) {
    var stats = store.get();
    return "{\"status\":%s,\"node\":%s,\"store\":{\"units\":%d,\"commits\":%d}}"
        .formatted(
            reason.map(r -> "\"unavailable\",\"reason\":" + Quoted.json(r)).orElse("\"ok\""),
            json(node.get()),
            stats.units(),
            stats.commits());
  }

  private static String json(Node node) {
    return "{\"id\":\"%s\",\"roles\":[%s],\"leases\":{%s}}"
        .formatted(
            node.id(),
            node.roles().stream()
                .map(role -> "\"" + role.word() + "\"")
                .sorted()
                .collect(Collectors.joining(",")),
            node.leases().stream().map(Health::json).collect(Collectors.joining(",")));
  }

  private static String json(Lease lease) {
    return "\"%s\":{\"holder\":\"%s\",\"token\":%d,\"until\":\"%s\"}"
        .formatted(lease.duty().word(), lease.holder(), lease.token(), lease.until());
  }
}
