package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where a store's connections come from: its database's file, unless somebody hands in others.
 * Whoever asks for one closes it.
 */
public interface Connections {
  /** One that writes, and on which the driver begins and ends no transaction of its own. */
  Connection writer() throws SQLException;

  /** One that only reads. */
  Connection reader() throws SQLException;
}
