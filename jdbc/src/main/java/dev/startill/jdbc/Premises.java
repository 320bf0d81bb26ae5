package dev.startill.jdbc;

import dev.startill.port.Condition;
import dev.startill.port.Condition.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at where a store is kept, and how. Immutable; threads share it. */
final class Premises {
  /** What lies beside a file of SQLite and belongs to it: its log, that log's index, our lock. */
  private static final List<String> BESIDE = List.of("-wal", "-shm", ".lock");

  private final Dialect dialect;

  Premises(Dialect dialect) {
    this.dialect = dialect;
  }

  /** With a connection of its own that could write, so that what it sees is what writers get. */
  Condition look() {
    try (var writer = dialect.writer()) {
      return new Condition(
          dialect.name(),
          new Notes(dialect.prefix()).newest(writer),
          dialect.guarantees(writer),
          dialect.file().flatMap(Premises::disk));
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  /** Where a file lies; nothing if nobody can tell. */
  static Optional<Disk> disk(Path file) {
    try {
      var whole = file.toAbsolutePath().normalize();
      var store = Files.getFileStore(whole);
      var owner = owner(whole);
      var strangers =
          BESIDE.stream()
              .map(end -> whole.resolveSibling(whole.getFileName() + end))
              .flatMap(Premises::existing)
              .filter(beside -> !owner(beside).equals(owner))
              .toList();
      return Optional.of(
          new Disk(whole, owner, user(), strangers, store.type(), store.getUsableSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Stream<Path> existing(Path file) {
    return Stream.of(file).filter(Files::exists);
  }

  /** Empty where a file system has no owners, or the file went meanwhile. */
  private static String owner(Path file) {
    try {
      return Files.getOwner(file).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** As file systems name it: in a container, a user may have no name at all. */
  private static String user() {
    return ProcessHandle.current().info().user().orElse("");
  }
}
