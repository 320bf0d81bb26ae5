package dev.startill.server.config;

import dev.startill.port.NodeId;
import java.util.Optional;
import java.util.Set;

/** Reads {@code node:}. For one thread, once. */
final class NodeReader {
  private final Section section;

  NodeReader(Section section) {
    this.section = section;
  }

  Config.Node read() {
    var id = section.value("id", "STARTILL_NODE").flatMap(NodeReader::id);
    var roles = section.value("roles", "STARTILL_ROLES").flatMap(NodeReader::roles);
    section.nothingElse();
    return new Config.Node(id, roles.orElse(Role.ALL));
  }

  private static Optional<NodeId> id(Setting setting) {
    return setting
        .text()
        .flatMap(
            text -> {
              try {
                return Optional.of(new NodeId(text));
              } catch (IllegalArgumentException e) {
                setting.problem(
                    "is " + setting.quoted() + ".",
                    "Write 1 to 64 letters, digits, dots, dashes and underscores.");
                return Optional.empty();
              }
            });
  }

  private static Optional<Set<Role>> roles(Setting setting) {
    return setting
        .text()
        .flatMap(
            text -> {
              try {
                return Optional.of(Role.list(text));
              } catch (IllegalArgumentException e) {
                setting.problem(
                    "is " + setting.quoted() + ".", "Write intake, worker, or intake,worker.");
                return Optional.empty();
              }
            });
  }
}
