package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The table {@code startill_migration}: which steps of a schema were taken, and with numbers beyond
 * all of them, whether the store was moved. Immutable.
 *
 * @param prefix what the names of the store's tables begin with
 */
record Notes(TablePrefix prefix) {
  /** The table's name, before a prefix is put in front of it. */
  static final String NAME = "startill_migration";

  /** Whether there are any, or could be. */
  boolean exist(Connection connection) throws SQLException {
    var name = prefix + NAME;
    return Neighbours.like(connection, name).have(name);
  }

  /** The newest step that was taken. */
  int newest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                prefix.fill(
                    "SELECT MAX(number) FROM {startill_migration} WHERE number < 2000000000"))) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  /**
   * Adds one.
   *
   * @param micros when, since the epoch
   */
  void add(Connection connection, int number, String name, long micros) throws SQLException {
    try (var note =
        connection.prepareStatement(
            prefix.fill(
                "INSERT INTO {startill_migration} (number, name, applied_at) VALUES (?, ?, ?)"))) {
      note.setInt(1, number);
      note.setString(2, name);
      note.setLong(3, micros);
      note.executeUpdate();
    }
  }
}
