package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Connections to a database of a PostgreSQL server. What the URL says about the connection counts;
 * what a store's promise rests on is set anew on each, whatever the server's defaults are.
 * Immutable.
 */
final class PostgresServer implements Connections {
  /** The oldest that is tested. */
  static final int OLDEST = 15;

  /**
   * How long a server may take to take a connection, to say whether it encrypts, and to let us in.
   * One that is silent may stand before the primary in the URL.
   */
  static final int CONNECT_SECONDS = 5;

  /**
   * How long an answer may take before its connection counts as lost. More than any lock is waited
   * for, and than a commit takes that waits for a standby across an ocean.
   */
  private static final int ANSWER_SECONDS = 30;

  private static final String ANSWER_TIMEOUT = "socketTimeout";

  /**
   * A commit is on disk, and on the standby if there is one that commits wait for, before it is
   * told of; what is stronger than that may stay. Each statement sees what was committed before it.
   * A program that stands still within a batch loses its transaction, so that other nodes go on.
   * All statements have an index: a planner that knows nothing yet of a new table shall take it.
   */
  private static final String WRITING =
      """
      SELECT set_config('synchronous_commit',
                        CASE current_setting('synchronous_commit')
                          WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
             set_config('default_transaction_isolation', 'read committed', false),
             set_config('idle_in_transaction_session_timeout', '2s', false),
             set_config('lock_timeout', '5s', false),
             set_config('enable_seqscan', 'off', false),
             set_config('jit', 'off', false),
             current_setting('server_encoding')
      """;

  /**
   * The same, for the rest of a transaction that somebody else began. From here on all nodes of the
   * bot wait for its end.
   */
  static final String WITHIN_A_TRANSACTION =
      """
      SELECT set_config('synchronous_commit',
                        CASE current_setting('synchronous_commit')
                          WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true),
             set_config('idle_in_transaction_session_timeout', '2s', true),
             set_config('lock_timeout', '5s', true),
             set_config('enable_seqscan', 'off', true),
             set_config('jit', 'off', true)
      """;

  /**
   * A tool that stands still while it reads keeps the server from clearing up behind writers. What
   * walks along a table finds all else by its key, row by row: no join gathers a whole table first.
   */
  private static final String READING =
      """
      SELECT set_config('default_transaction_read_only', 'on', false),
             set_config('idle_in_transaction_session_timeout', '1min', false),
             set_config('enable_seqscan', 'off', false),
             set_config('enable_hashjoin', 'off', false),
             set_config('enable_mergejoin', 'off', false),
             set_config('enable_material', 'off', false),
             set_config('jit', 'off', false)
      """;

  private final Login login;
  private final String url;
  private final String name;

  /** Of a login whose URL begins as PostgreSQL's do. */
  PostgresServer(Login login) {
    this.login = login;
    this.url = login.url();
    var query = url.indexOf('?');
    this.name = (query < 0 ? url : url.substring(0, query)).substring(Postgres.PREFIX.length());
    if (name.contains("@") || name.contains("&")) {
      throw new SettingsException(
          "User and password stand behind a question mark in a PostgreSQL URL: jdbc:postgresql://host/database?user=…&password=…");
    }
  }

  /** Host and database, as far as they may be shown. */
  String name() {
    return name;
  }

  @Override
  public Connection writer() throws SQLException {
    var connection = connect();
    try {
      settle(connection);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection reader() throws SQLException {
    var connection = connect();
    try (var statement = connection.createStatement()) {
      statement.execute(READING);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** One for handlers, whose statements find the server's own settings. */
  Connection guest() throws SQLException {
    var connection = connect();
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void settle(Connection connection) throws SQLException {
    var version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new StoreException(
          "%s: the server is PostgreSQL %d. Startill needs %d or newer."
              .formatted(name, version, OLDEST));
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(WRITING)) {
      row.next();
      var encoding = row.getString("current_setting");
      if (!"UTF8".equals(encoding)) {
        throw new StoreException(
            "%s: the database keeps texts as %s. Make one with ENCODING 'UTF8'."
                .formatted(name, encoding));
      }
    }
  }

  /** Asks whether the URL is one before using it: an error of the driver's would tell all of it. */
  private Connection connect() throws SQLException {
    var driver = driver();
    if (!driver.acceptsURL(url)) {
      throw new SettingsException(
          "This is no URL of PostgreSQL: '%s%s'. One looks like jdbc:postgresql://host:5432/database."
              .formatted(Postgres.PREFIX, name));
    }
    var connection = driver.connect(url, properties());
    if (!url.contains(ANSWER_TIMEOUT + "=")) {
      connection.setNetworkTimeout(Runnable::run, ANSWER_SECONDS * 1000);
    }
    return connection;
  }

  private int hosts() {
    return name.split(",").length;
  }

  private Driver driver() {
    try {
      return DriverManager.getDriver(Postgres.PREFIX);
    } catch (SQLException e) {
      throw new SettingsException(
          "PostgreSQL's driver is missing: add org.postgresql:postgresql to the class path.");
    }
  }

  private Properties properties() {
    var properties = new Properties();
    if (!login.user().isEmpty()) {
      properties.setProperty("user", login.user());
      properties.setProperty("password", login.password());
    }
    properties.setProperty("ApplicationName", "startill");
    properties.setProperty("tcpKeepAlive", "true");
    // A text and a NULL in its place are then one statement, which the server prepares once.
    properties.setProperty("stringtype", "unspecified");
    properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
    properties.setProperty(ANSWER_TIMEOUT, Integer.toString(CONNECT_SECONDS));
    properties.setProperty("loginTimeout", Integer.toString(3 * CONNECT_SECONDS * hosts()));
    if (hosts() > 1) {
      // Of several hosts one is the primary, and it may be another one tomorrow.
      properties.setProperty("targetServerType", "primary");
      properties.setProperty("hostRecheckSeconds", "1");
    }
    return properties;
  }
}
