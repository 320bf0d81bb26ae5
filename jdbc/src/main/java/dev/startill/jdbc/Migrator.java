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
  private static final String PROBE =
      "UPDATE {startill_migration} SET name = name WHERE number < 0";

  private final Dialect dialect;
  private final Notes notes;
  private final InstantSource clock;

  Migrator(Dialect dialect, InstantSource clock) {
    this.dialect = dialect;
    this.notes = new Notes(dialect.prefix());
    this.clock = clock;
  }

  /**
   * Takes the steps that are missing. Begins to write even where none is, so that a database that
   * cannot be written is found out at once.
   *
   * @throws StoreException if the schema is newer than this program, or the store is moved, or
   *     there is no store yet and somebody else's tables are in its place
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
    var present = isBegun(connection) ? notes.newest(connection) : 0;
    var known = dialect.migrations().getLast().number();
    if (present < known) {
      throw new StoreException(
          "%s: it has schema %d, and this program needs schema %d. Take the steps that './startill schema --dialect %s --after %2$d%5$s' prints, or leave it to this program with store.migrate: true."
              .formatted(dialect.name(), present, known, dialect.language(), option()));
    }
    refuseNewer(present);
    refuseMoved(connection);
  }

  private void prepare(Connection connection) throws SQLException {
    if (!isBegun(connection)) {
      dialect.run(connection, dialect.words(Sql.NOTES));
    }
    dialect.run(connection, dialect.filled(PROBE));
  }

  /**
   * Whether the schema is ours, however far it is: our notes are made first. Else there is room.
   */
  private boolean isBegun(Connection connection) throws SQLException {
    if (notes.exist(connection)) {
      return true;
    }
    Neighbours.in(connection).leaveRoomFor(dialect);
    return false;
  }

  private void refuseMoved(Connection connection) throws SQLException {
    var mark = MoveMark.of(connection, notes);
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
    var present = notes.newest(connection);
    refuseNewer(present);
    for (var step : dialect.migrations()) {
      if (step.number() > present) {
        take(connection, step);
      }
    }
  }

  private void take(Connection connection, Migration step) throws SQLException {
    dialect.run(connection, dialect.filled(step.script()));
    step.rest().take(connection, dialect.prefix());
    notes.add(connection, step.number(), step.name(), Rows.micros(clock.instant()));
    LOG.info("schema={} taken: {}", step.number(), step.name());
  }

  /** What the tool that prints the schema is told as well. */
  private String option() {
    var prefix = dialect.prefix();
    return prefix.equals(TablePrefix.NONE) ? "" : " --table-prefix " + prefix;
  }
}
