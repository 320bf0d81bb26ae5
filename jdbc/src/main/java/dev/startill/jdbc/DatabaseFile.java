package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to a file of SQLite in WAL mode. Each commit is on disk ({@code synchronous=FULL}:
 * with NORMAL, WAL may lose the newest commits with the power, <a
 * href="https://www.sqlite.org/pragma.html#pragma_synchronous">says SQLite</a>). Immutable.
 */
final class DatabaseFile implements Connections {
  /**
   * How long another process may hold the file before that is an error. Tools work beside a server,
   * and five seconds still leave a checkout the time to say no.
   */
  static final int BUSY_MILLIS = 5_000;

  private final String url;

  DatabaseFile(String url) {
    this.url = url;
  }

  @Override
  public Connection writer() throws SQLException {
    var config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    var connection = leftAlone(connect(config));
    BusyHandler.setHandler(connection, new Turn(Duration.ofMillis(BUSY_MILLIS)));
    return connection;
  }

  @Override
  public Connection reader() throws SQLException {
    var config = config();
    config.setPragma(SQLiteConfig.Pragma.READ_UNCOMMITTED, "false");
    var connection = connect(config);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    }
    return connection;
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  /**
   * The driver tries a BEGIN after each statement, to see whether it must commit. We say both
   * ourselves, so it is told not to; the transaction that it opens at once is ended.
   */
  private static Connection leftAlone(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    }
    return connection;
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source.getConnection();
  }
}
