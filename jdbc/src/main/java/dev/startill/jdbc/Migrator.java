package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a schema up to what this program knows, step by step and only forward, noting each step
 * that was taken. Two programs may start at once: one of them takes the steps.
 */
final class Migrator {
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

  /** Changes nothing, but only where something could be changed. */
  private static final String PROBE = "UPDATE startill_migration SET name = name WHERE number < 0";

  private final Dialect dialect;
  private final InstantSource clock;

  Migrator(Dialect dialect, InstantSource clock) {
    this.dialect = dialect;
    this.clock = clock;
  }

  /**
   * Takes the steps that are missing. Begins to write even where none is, so that a database that
   * cannot be written is found out at once.
   *
   * @throws StoreException if the schema is newer than this program, or the store is moved
   */
  void migrate(Connection connection) throws SQLException {
    dialect.alone(
        connection,
        same -> {
          prepare(same);
          refuseMoved(same);
          takeWhatIsMissing(same);
        });
  }

  /** The same for a database that a move marked, or will mark. */
  void migrateMoved(Connection connection) throws SQLException {
    dialect.alone(
        connection,
        same -> {
          prepare(same);
          takeWhatIsMissing(same);
        });
  }

  /**
   * Looks whether no step is missing, and changes nothing: for whoever takes them by hand.
   *
   * @throws StoreException if the schema is older or newer than this program, or the store is moved
   */
  void check(Connection connection) throws SQLException {
    dialect.alone(connection, this::refuseOtherSchema);
  }

  private void refuseOtherSchema(Connection connection) throws SQLException {
    var present = hasNotes(connection) ? newest(connection) : 0;
    var known = dialect.migrations().getLast().number();
    if (present < known) {
      throw new StoreException(
          "%s: it has schema %d, and this program needs schema %d. Take the steps that './startill schema --dialect %s --after %2$d' prints, or leave it to this program with store.migrate: true."
              .formatted(dialect.name(), present, known, dialect.language()));
    }
    refuseNewer(present);
    refuseMoved(connection);
  }

  private void prepare(Connection connection) throws SQLException {
    dialect.run(connection, dialect.words(Sql.NOTES));
    dialect.run(connection, PROBE);
  }

  private void refuseMoved(Connection connection) throws SQLException {
    var mark = MoveMark.of(connection);
    if (mark.isPresent()) {
      throw mark.get().refusal(dialect.name());
    }
  }

  private void refuseNewer(int present) {
    var known = dialect.migrations().getLast().number();
    if (present > known) {
      throw new StoreException(
          "The database has schema %d, and this program knows schemas up to %d. Start a newer version of Startill on it."
              .formatted(present, known));
    }
  }

  private void takeWhatIsMissing(Connection connection) throws SQLException {
    var present = newest(connection);
    refuseNewer(present);
    for (var step : dialect.migrations()) {
      if (step.number() > present) {
        take(connection, step);
      }
    }
  }

  private void take(Connection connection, Migration step) throws SQLException {
    dialect.run(connection, step.script());
    step.rest().take(connection);
    try (var note =
        connection.prepareStatement(
            "INSERT INTO startill_migration (number, name, applied_at) VALUES (?, ?, ?)")) {
      note.setInt(1, step.number());
      note.setString(2, step.name());
      note.setLong(3, Rows.micros(clock.instant()));
      note.executeUpdate();
    }
    LOG.info("schema={} taken: {}", step.number(), step.name());
  }

  private static int newest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT MAX(number) FROM startill_migration WHERE number < 2000000000")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static boolean hasNotes(Connection connection) throws SQLException {
    try (var tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(), connection.getSchema(), "startill_migration", null)) {
      return tables.next();
    }
  }
}
