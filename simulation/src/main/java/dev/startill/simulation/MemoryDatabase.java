package dev.startill.simulation;

import dev.startill.jdbc.Batcher;
import dev.startill.jdbc.Connections;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database of SQLite in memory: its own connection keeps it while the engine's come and go. What
 * a connection had not committed goes with it. For one thread.
 */
final class MemoryDatabase implements Vault, Connections {
  private static final int ENDLESS = 1 << 30;

  /** Small, so that a disk that fills up is felt soon. */
  private static final int PAGE = 512;

  private final String url;
  private final Connection own;
  private @Nullable Connection writer;

  /** One of this name, which no other in this process has at the same time. */
  MemoryDatabase(String name) throws SQLException {
    this.url = "jdbc:sqlite:" + file(name);
    this.own = reader();
  }

  /** How SQLite calls the database of this name. */
  static String file(String name) {
    return "file:/startill-" + name + "?vfs=memdb";
  }

  @Override
  public JdbcStore open(
      Settings settings, InstantSource clock, RandomGenerator random, Batcher batcher) {
    return JdbcStore.open(this, new BotId(Stage.BOT), settings, clock, random, batcher);
  }

  /** A connection like the store's own: the driver begins no transaction on it by itself. */
  @Override
  public Connection writer() throws SQLException {
    var config = config();
    config.enforceForeignKeys(true);
    var connection = connect(config);
    connection.setAutoCommit(false);
    say(connection, "ROLLBACK");
    writer = connection;
    return connection;
  }

  @Override
  public Connection reader() throws SQLException {
    return connect(config());
  }

  /** Another process holds the lock. */
  @Override
  public void lock() {
    spoil(own, "BEGIN IMMEDIATE");
  }

  @Override
  public void unlock() {
    spoil(own, "ROLLBACK");
  }

  /** No page more than there are. */
  @Override
  public void fill() {
    try (var statement = own.createStatement();
        var row = statement.executeQuery("PRAGMA page_count")) {
      limit(row.getInt(1));
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not tell its size.", e);
    }
  }

  @Override
  public void makeRoom() {
    limit(ENDLESS);
  }

  @Override
  public void drop() {
    try {
      if (writer != null) {
        writer.close();
        writer = null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A connection cannot be closed.", e);
    }
  }

  @Override
  public void close() throws SQLException {
    drop();
    own.close();
  }

  private void limit(int pages) {
    if (writer != null) {
      spoil(writer, "PRAGMA max_page_count = " + pages);
    }
  }

  private static void spoil(Connection connection, String what) {
    try {
      say(connection, what);
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused " + what, e);
    }
  }

  private static void say(Connection connection, String what) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(what);
    }
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source.getConnection();
  }

  /** Nobody else runs who could let a lock go, so there is nothing to wait for. */
  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(0);
    config.setPageSize(PAGE);
    return config;
  }
}
