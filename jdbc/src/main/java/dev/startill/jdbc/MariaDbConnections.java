package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a server of MariaDB or MySQL, by the driver of MariaDB, which speaks with both.
 * What the store relies on is said on each of them, whatever the server was told: that a value
 * which does not fit is an error, {@code ||} and {@code "…"} as SQL has them, and for how long a
 * node may hold what others wait for. Immutable; threads share it.
 */
final class MariaDbConnections implements Connections {
  static final String MARIADB = "jdbc:mariadb:";
  static final String MYSQL = "jdbc:mysql:";

  /** Major and minor version of the oldest server that is served, as in 1011 for 10.11. */
  static final int OLDEST_MARIADB = 1011;

  static final int OLDEST_MYSQL = 800;

  /** How long a batch waits for another node's; five seconds leave a checkout time to say no. */
  static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  /** After how long the server takes back the batch of a node that stands still in its middle. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** How long a server may take to take a connection, or to say that it is there. */
  static final int CONNECT_SECONDS = 5;

  /** After how long without a byte the server counts as gone, where nothing can last that long. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(MariaDbConnections.class);

  private static final String WORDS_AS_WE_MEAN_THEM =
      """
      SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES,\
      ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'""";

  private static final String KEPT =
      """
      SET @startill_mode = @@SESSION.sql_mode, @startill_zone = @@SESSION.time_zone,
          @startill_wait = @@SESSION.innodb_lock_wait_timeout""";

  private static final String AS_KEPT =
      """
      SET SESSION sql_mode = @startill_mode, time_zone = @startill_zone,
          innodb_lock_wait_timeout = @startill_wait""";

  private final Login login;
  private final Configuration url;

  /**
   * At this login's URL.
   *
   * @throws SettingsException if it is none
   */
  MariaDbConnections(Login login) {
    this.login = login;
    this.url = parse(login.url());
  }

  /** Where they lead, without what is secret. */
  String name() {
    return url.addresses().stream().map(Object::toString).collect(Collectors.joining(","))
        + "/"
        + url.database();
  }

  @Override
  public Connection writer() throws SQLException {
    var connection = connect();
    try (var statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
      statement.execute(
          "SET SESSION innodb_lock_wait_timeout = %d".formatted(LOCK_WAIT.toSeconds()));
      if (isMariaDb(connection)) {
        statement.execute(
            "SET SESSION idle_transaction_timeout = %d".formatted(LONGEST_PAUSE.toSeconds()));
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** One for handlers, whose statements find the server's own settings. */
  Connection guest() throws SQLException {
    var connection = bare();
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Says on somebody else's connection what ours are told, and keeps what was said before. */
  void enter(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(KEPT);
      statement.execute(WORDS_AS_WE_MEAN_THEM);
      statement.execute(
          "SET SESSION innodb_lock_wait_timeout = %d".formatted(LOCK_WAIT.toSeconds()));
    }
  }

  /** Says again what was said before. */
  void leave(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(AS_KEPT);
    }
  }

  /** One whose transactions see one moment. */
  @Override
  public Connection reader() throws SQLException {
    var connection = connect();
    try (var statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Looks at what kind of server it is.
   *
   * @throws StoreException if it is too old to keep what it is told to
   */
  void look(Connection writer) throws SQLException {
    var server = writer.getMetaData();
    var version = server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion();
    if (version < (isMariaDb(writer) ? OLDEST_MARIADB : OLDEST_MYSQL)) {
      throw new StoreException(
          "%s: it is %s %s, and this needs MariaDB 10.11, MySQL 8.0 or a later one."
              .formatted(
                  name(), server.getDatabaseProductName(), server.getDatabaseProductVersion()));
    }
    try (var statement = writer.createStatement();
        var row = statement.executeQuery("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit")) {
      if (row.next() && row.getInt(1) != 1) {
        LOG.warn(
            "{} has innodb_flush_log_at_trx_commit={}: what was acknowledged may be lost with its machine. Set it to 1.",
            name(),
            row.getInt(1));
      }
    }
  }

  /** A bulk statement takes no INSERT that selects, and tells not how many rows it changed. */
  private Connection bare() throws SQLException {
    return Driver.connect(
        known()
            .autocommit(true)
            .useAffectedRows(false)
            .useServerPrepStmts(true)
            .useBulkStmts(false)
            .useBulkStmtsForInserts(false)
            .allowMultiQueries(false)
            .transactionReplay(false)
            .dumpQueriesOnException(false)
            .socketTimeout(socketTimeout())
            .build());
  }

  private Connection connect() throws SQLException {
    var connection = bare();
    try (var statement = connection.createStatement()) {
      statement.execute(WORDS_AS_WE_MEAN_THEM);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** As whom, too. */
  private Configuration.Builder known() {
    var wishes = url.toBuilder();
    return login.user().isEmpty() ? wishes : wishes.user(login.user()).password(login.password());
  }

  private int socketTimeout() {
    return url.socketTimeout() == 0 ? (int) SILENCE.toMillis() : url.socketTimeout();
  }

  private static boolean isMariaDb(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("MariaDB");
  }

  /** The driver's own message may have the whole URL in it, and so the password. */
  private static Configuration parse(String url) {
    try {
      var parsed =
          Configuration.parse(
              url.startsWith(MYSQL) ? MARIADB + url.substring(MYSQL.length()) : url);
      if (parsed != null && !parsed.addresses().isEmpty() && parsed.database() != null) {
        return parsed;
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debug("An URL of a store was refused by its driver: {}", e.getClass().getName());
    }
    throw new SettingsException(
        "The store's URL must have this form: jdbc:mariadb://host:3306/database?user=…&password=….");
  }
}
