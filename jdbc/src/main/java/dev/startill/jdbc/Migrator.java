package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a schema up to what this program knows, step by step and only forward. Each step is one
 * transaction with the note that it was taken, so that two programs may start at once.
 */
final class Migrator {
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
  private static final String NOTES =
      """
      CREATE TABLE IF NOT EXISTS startill_migration (
        number     INTEGER PRIMARY KEY,
        name       TEXT    NOT NULL,
        applied_at INTEGER NOT NULL
      ) STRICT
      """;

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
    var known = dialect.migrations().getLast().number();
    execute(connection, dialect.words(Sql.BEGIN));
    try {
      execute(connection, NOTES);
      execute(connection, PROBE);
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
      execute(connection, dialect.words(Sql.COMMIT));
    } catch (SQLException | StoreException e) {
      execute(connection, dialect.words(Sql.ROLLBACK));
      throw e;
    }
  }

  private void take(Connection connection, Migration step) throws SQLException {
    execute(connection, step.script());
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
    try (var tables = connection.getMetaData().getTables(null, null, "startill_migration", null)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT MAX(number) FROM startill_migration")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static void execute(Connection connection, String script) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }
}
