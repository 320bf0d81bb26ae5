package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.testkit.database.LocalMariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database of a test on a MariaDB server: opened as a store, and looked at from beside it. */
record MariaDbDatabase(LocalMariaDb server, String name, BotId bot) implements ServerDatabase {
  /** What ours set on each connection as well, so that a test may use their words. */
  static final String AS_OURS =
      "&sessionVariables=sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES',max_recursive_iterations=10000000";

  private static @Nullable MariaDbDatabase shared;

  /** On the server that tests share, with the newest schema already. */
  static MariaDbDatabase fresh() throws SQLException {
    var database = empty();
    database.open().close();
    return database;
  }

  /** On the server that tests share, without any schema. */
  static MariaDbDatabase empty() throws SQLException {
    return on(LocalMariaDb.shared());
  }

  /** The one that many tests share, each as another bot. */
  static synchronized MariaDbDatabase shared() {
    try {
      if (shared == null) {
        shared = fresh();
      }
      return shared;
    } catch (SQLException e) {
      throw new IllegalStateException("No database could be made.", e);
    }
  }

  /** On a server of a test's own, without any schema. */
  static MariaDbDatabase on(LocalMariaDb server) throws SQLException {
    return new MariaDbDatabase(server, server.create(), BOT);
  }

  @Override
  public String url() {
    return server.url(name);
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + AS_OURS);
  }

  @Override
  public MariaDbDatabase as(BotId other) {
    return new MariaDbDatabase(server, name, other);
  }

  @Override
  public void cut() {
    try {
      server.cut(LocalMariaDb.USER, name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    server.drop(name);
  }
}
