package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in WAL mode: one writer at a time, and readers that never wait for it. Each commit is on
 * disk ({@code synchronous=FULL}: with NORMAL, WAL may lose the newest commits with the power, <a
 * href="https://www.sqlite.org/pragma.html#pragma_synchronous">says SQLite</a>).
 */
final class Sqlite implements Dialect {
  static final String PREFIX = "jdbc:sqlite:";

  /**
   * How long another process may hold the file before that is an error. Tools work beside a server,
   * and five seconds still leave a checkout the time to say no.
   */
  static final int BUSY_MILLIS = 5_000;

  private static final String FOLDER = "/dev/startill/jdbc/sqlite/";
  private static final Map<Sql, String> WORDS = Resources.statements(FOLDER + "statements.sql");
  private static final List<Migration> MIGRATIONS =
      List.of(
          new Migration(1, "the first sale", Resources.read(FOLDER + "001-the-first-sale.sql")),
          new Migration(
              2,
              "never lose a Star",
              Resources.read(FOLDER + "002-never-lose-a-star.sql"),
              new ChainOldPostings()));

  private final String url;

  Sqlite(String url) {
    this.url = url;
    if (file(url).toString().isEmpty() || url.contains(":memory:") || url.contains("mode=memory")) {
      throw new SettingsException(
          "A store must survive its process: name a file, as in jdbc:sqlite:startill.db.");
    }
  }

  /** The database's file. */
  static Path file(String url) {
    var path = url.substring(PREFIX.length()).replaceFirst("^file:", "");
    var query = path.indexOf('?');
    return Path.of(query < 0 ? path : path.substring(0, query));
  }

  @Override
  public Connection writer() throws SQLException {
    var config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return leftAlone(connect(config));
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

  /**
   * With a comment in front: after whatever begins with INSERT the driver asks for the row's number
   * (<a
   * href="https://github.com/xerial/sqlite-jdbc/blob/master/src/main/java/org/sqlite/core/CoreStatement.java">updateGeneratedKeys</a>),
   * which no table of ours has, by a statement that it prepares each time.
   */
  @Override
  public String words(Sql statement) {
    return "/* %s */ %s".formatted(statement, Objects.requireNonNull(WORDS.get(statement)));
  }

  @Override
  public List<Migration> migrations() {
    return MIGRATIONS;
  }

  @Override
  public StoreException explain(SQLException error) {
    var code =
        error instanceof SQLiteException e
            ? SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff)
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return new StoreException("%s: %s".formatted(file(url), remedy(code, error)), error);
  }

  private String remedy(SQLiteErrorCode code, SQLException error) {
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another process has been writing to it for %d s. Stop that process, or wait for it."
              .formatted(BUSY_MILLIS / 1000);
      case SQLITE_READONLY, SQLITE_PERM ->
          "it cannot be written to. Give this user the right to write the file and its folder.";
      case SQLITE_FULL -> "the disk is full. Nothing was lost; make room and try again.";
      case SQLITE_CANTOPEN ->
          "it cannot be opened. See that its folder exists and that this user may write there.";
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          "it is not a database, or it is damaged. Move it away, or restore a backup.";
      case SQLITE_IOERR -> "the disk failed (%s). Check it.".formatted(error.getMessage());
      case SQLITE_CONSTRAINT ->
          "this contradicts what is kept already (%s).".formatted(error.getMessage());
      default -> "the database answered: %s".formatted(error.getMessage());
    };
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
