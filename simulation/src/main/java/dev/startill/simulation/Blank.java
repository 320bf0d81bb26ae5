package dev.startill.simulation;

import dev.startill.jdbc.Batcher;
import dev.startill.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.SplittableRandom;

/**
 * A database as the store leaves it when it has brought the schema up to date, and nothing is in
 * it: copied for each history, because the steps of the schema take longer than a history does. For
 * one thread.
 */
public final class Blank implements AutoCloseable {
  private final MemoryDatabase database;
  private final Connection connection;

  /** Made by the store itself. */
  public Blank() throws SQLException {
    this.database = new MemoryDatabase("blank-" + System.identityHashCode(this));
    database
        .open(
            Settings.defaults(),
            InstantSource.fixed(Stage.START),
            new SplittableRandom(0),
            new Idle())
        .close();
    database.drop();
    this.connection = database.reader();
    try (var statement = connection.createStatement()) {
      // No free page is left, so that a disk that fills up is felt.
      statement.executeUpdate("VACUUM");
    }
  }

  /** Another one like it, of this name. */
  MemoryDatabase copy(String name) throws SQLException {
    var copy = new MemoryDatabase(name);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("backup to '" + MemoryDatabase.file(name) + "'");
    }
    return copy;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }

  /** Nothing is written but the schema, which waits for no batch. */
  private static final class Idle implements Batcher {
    @Override
    public void drive(Batches batches) {}

    @Override
    public void close() {}
  }
}
