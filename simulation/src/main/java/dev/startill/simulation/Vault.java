package dev.startill.simulation;

import dev.startill.jdbc.Batcher;
import dev.startill.jdbc.JdbcStore;
import dev.startill.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A database that outlives its process, as far as the simulation is concerned, and what may befall
 * it. For one thread.
 */
interface Vault extends AutoCloseable {
  /** Opens the store in it, for a process that begins. */
  JdbcStore open(Settings settings, InstantSource clock, RandomGenerator random, Batcher batcher);

  /** A connection to SQLite, in which all that is committed can be read. */
  Connection reader() throws SQLException;

  /** The process has committed something. */
  default void committed() {}

  /** Nobody can begin to write from now on. */
  void lock();

  /** They can again. */
  void unlock();

  /** No more room than what is taken, for the life that writes now. */
  void fill();

  /** As much room as it likes. */
  void makeRoom();

  /** The process that wrote is gone, and what it had not committed with it. */
  void drop();

  @Override
  void close() throws SQLException;

  /** Makes a vault for each history, in which nothing is. */
  @FunctionalInterface
  interface Source {
    /** One of this name, which no other in this process has at the same time. */
    Vault vault(String name) throws SQLException;
  }
}
