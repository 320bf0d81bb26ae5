package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A mark in a database that its store is moved. It stands among the notes of the schema, with a
 * number above two billion, which no step has: a program that does not know of moves refuses such a
 * database, too. Immutable.
 *
 * @param kind which end of the move this is, and how far it is
 * @param move the name of the move, the same at both ends
 * @param other what the other end is called
 */
record MoveMark(Kind kind, String move, String other) {
  /** What became of a store. */
  enum Kind {
    MOVED(2_000_000_001, "this store was moved to %1$s. Name that one in store.url."),
    LEAVING(
        2_000_000_002,
        "this store is being moved to %1$s. Run './startill migrate' again with the same --from and --to: it goes on where it was."),
    ARRIVING(
        2_000_000_003,
        "a store is being moved here from %1$s. Run './startill migrate' again with the same --from and --to: it goes on where it was.");

    private final int number;
    private final String words;

    Kind(int number, String words) {
      this.number = number;
      this.words = words;
    }
  }

  /** The mark of a database that has the notes of its schema, if it has one. */
  static Optional<MoveMark> of(Connection connection, Notes notes) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                notes
                    .prefix()
                    .fill(
                        "SELECT number, name FROM {startill_migration} WHERE number > 2000000000"))) {
      if (!row.next()) {
        return Optional.empty();
      }
      var number = row.getInt(1);
      var name = row.getString(2).split(" ", 2);
      for (var kind : Kind.values()) {
        if (kind.number == number) {
          return Optional.of(new MoveMark(kind, name[0], name[1]));
        }
      }
      throw new StoreException("A newer version of Startill marked this database. Use that one.");
    }
  }

  /** Sets it in the place of whichever stood there. */
  void set(Connection connection, Notes notes, long micros) throws SQLException {
    erase(connection, notes);
    notes.add(connection, kind.number, move + " " + other, micros);
  }

  /** Takes away whichever there is. */
  static void erase(Connection connection, Notes notes) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          notes.prefix().fill("DELETE FROM {startill_migration} WHERE number > 2000000000"));
    }
  }

  /** Why this database is not to be used. */
  StoreException refusal(String here) {
    return new StoreException("%s: %s".formatted(here, kind.words.formatted(other)));
  }
}
