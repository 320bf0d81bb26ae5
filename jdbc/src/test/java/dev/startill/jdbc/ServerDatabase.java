package dev.startill.jdbc;

import dev.startill.testkit.database.LocalServer;
import java.sql.SQLException;

/** A database of a test on a server that others may be connected to as well. */
interface ServerDatabase extends Database, AutoCloseable {
  /** Cuts every connection of a store to it. */
  void cut();

  /** Drops it. */
  @Override
  void close() throws SQLException;

  /** The server that it is on. */
  LocalServer server();
}
