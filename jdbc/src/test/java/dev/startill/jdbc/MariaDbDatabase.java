package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.party.BotId;
import dev.startill.testkit.database.LocalMariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/** A database of a test on a MariaDB server: opened as a store, and looked at from beside it. */
record MariaDbDatabase(LocalMariaDb server, String name, BotId bot) implements ServerDatabase {
  /** What ours set on each connection as well, so that a test may use their words. */
  static final String AS_OURS =
      "&sessionVariables=sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES',max_recursive_iterations=10000000";

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
  public void cut() {
    var theirs = "FROM information_schema.processlist WHERE db = '%s'".formatted(name);
    try (var connection = server.connect("mysql");
        var statement = connection.createStatement()) {
      var ids = new ArrayList<Long>();
      try (var row = statement.executeQuery("SELECT id " + theirs)) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      for (var id : ids) {
        statement.execute("KILL CONNECTION %d".formatted(id));
      }
      var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (isAny(connection, theirs)) {
        assertThat(System.nanoTime()).as("they do not go").isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    server.drop(name);
  }

  private static boolean isAny(Connection connection, String theirs) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT 1 " + theirs)) {
      return row.next();
    }
  }
}
