package dev.startill.server.config;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a node does, where several share a store. */
public enum Role {
  /** Serves the operator's pages, and takes what webhooks bring. */
  INTAKE,
  /** Polls, sends what the outbox holds, watches the clock and reads Telegram's statement. */
  WORKER;

  /** What a node does that is told nothing. */
  public static final Set<Role> ALL = Set.of(values());

  /**
   * Reads {@code intake,worker}.
   *
   * @throws IllegalArgumentException if it names anything else, or nothing
   */
  public static Set<Role> list(String text) {
    var roles = EnumSet.noneOf(Role.class);
    for (var word : text.split(",", -1)) {
      roles.add(one(word.strip()));
    }
    return Set.copyOf(roles);
  }

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Role one(String word) {
    for (var role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "there is no role '%s': write intake, worker, or intake,worker.".formatted(word));
  }
}
