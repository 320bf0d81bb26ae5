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
   * @throws StoreException if the schema is newer than this program
   */
  void migrate(Connection connection) throws SQLException {
    dialect.alone(connection, this::takeWhatIsMissing);
  }

  private void takeWhatIsMissing(Connection connection) throws SQLException {
    dialect.run(connection, dialect.words(Sql.NOTES));
    dialect.run(connection, PROBE);
    var known = dialect.migrations().getLast().number();
    var present = newest(connection);
    if (present > known) {
      throw new StoreException(
          "The database has schema %d, and this program knows schemas up to %d. Start a newer version of Startill on it."
              .formatted(present, known));
    }
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
        var row = statement.executeQuery("SELECT MAX(number) FROM startill_migration")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
