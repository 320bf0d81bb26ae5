package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Condition;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite: one writer at a time, and readers that never wait for it. */
final class Sqlite implements Dialect {
  static final String PREFIX = "jdbc:sqlite:";

  private static final Logger LOG = LoggerFactory.getLogger(Sqlite.class);
  private static final String FOLDER = "/dev/startill/jdbc/sqlite/";
  private static final Statements STATEMENTS = Statements.in(FOLDER + "statements.sql");
  private static final List<Migration> MIGRATIONS =
      List.of(
          new Migration(1, "the first sale", Resources.read(FOLDER + "001-the-first-sale.sql")),
          new Migration(
              2,
              "never lose a Star",
              Resources.read(FOLDER + "002-never-lose-a-star.sql"),
              new ChainOldPostings(),
              ChainOldPostings.OF_NONE),
          new Migration(3, "several nodes", Resources.read(FOLDER + "003-several-nodes.sql")),
          new Migration(4, "less to write", Resources.read(FOLDER + "004-less-to-write.sql")),
          new Migration(5, "what lasts", Resources.read(FOLDER + "005-what-lasts.sql")));

  /** What is in no file that we know of. */
  private static final String ELSEWHERE = "the database";

  private final String name;
  private final Connections connections;
  private final TablePrefix prefix;
  private final Map<Sql, String> words;

  /** In the file of this login's URL. */
  Sqlite(Login login) {
    this(file(login.url()).toString(), new DatabaseFile(login.url()), login.tablePrefix());
    var url = login.url();
    if (name.isEmpty() || url.contains(":memory:") || url.contains("mode=memory")) {
      throw new SettingsException(
          "A store must survive its process: name a file, as in jdbc:sqlite:startill.db.");
    }
  }

  /** Wherever these connections lead. */
  Sqlite(Connections connections) {
    this(ELSEWHERE, connections, TablePrefix.NONE);
  }

  private Sqlite(String name, Connections connections, TablePrefix prefix) {
    this.name = name;
    this.connections = connections;
    this.prefix = prefix;
    this.words = STATEMENTS.filled(prefix);
  }

  /** The database's file. */
  static Path file(String url) {
    var path = url.substring(PREFIX.length()).replaceFirst("^file:", "");
    var query = path.indexOf('?');
    return Path.of(query < 0 ? path : path.substring(0, query));
  }

  @Override
  public String language() {
    return "sqlite";
  }

  @Override
  public String name() {
    return Path.of(name).toAbsolutePath().normalize().toString();
  }

  @Override
  public Connection writer() throws SQLException {
    return connections.writer();
  }

  @Override
  public Connection reader() throws SQLException {
    return connections.reader();
  }

  @Override
  public TablePrefix prefix() {
    return prefix;
  }

  /**
   * With a comment in front: after whatever begins with INSERT the driver asks for the row's number
   * (<a
   * href="https://github.com/xerial/sqlite-jdbc/blob/master/src/main/java/org/sqlite/core/CoreStatement.java">updateGeneratedKeys</a>),
   * which no table of ours has, by a statement that it prepares each time.
   */
  @Override
  public String words(Sql statement) {
    return "/* %s */ %s".formatted(statement, Objects.requireNonNull(words.get(statement)));
  }

  @Override
  public List<Migration> migrations() {
    return MIGRATIONS;
  }

  @Override
  public void begin(Session session, BotId bot) {
    session.change(Sql.BEGIN);
    session.recent().since(session.one(Sql.OTHERS_WROTE, row -> row.getLong(1)).orElseThrow());
  }

  @Override
  public boolean isFar() {
    return false;
  }

  @Override
  public boolean hasOneWriter() {
    return true;
  }

  /** A transaction of another isolation than SERIALIZABLE, there is none in a file. */
  @Override
  public boolean mayJoin(Connection connection) {
    return true;
  }

  /** Its first write takes the file's lock, and fails if others wrote since it began. */
  @Override
  public void join(Session session, BotId bot) {}

  @Override
  public void interrupt(Connection connection) {
    try {
      connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    } catch (SQLException e) {
      LOG.warn("A statement could not be interrupted: {}", e.getMessage());
    }
  }

  /** All who share a file are on one machine, and have its clock; or a test's. */
  @Override
  public Instant time(Session session, InstantSource ours) {
    return ours.instant();
  }

  /** Not every file system takes a write-ahead log; SQLite then goes on without. */
  @Override
  public List<Condition.Guarantee> guarantees(Connection writer) throws SQLException {
    return List.of(
        Dialect.guarantee(writer, "journal_mode", "PRAGMA journal_mode", "wal"),
        synchronous(Dialect.guarantee(writer, "synchronous", "PRAGMA synchronous", "full")));
  }

  /** By its name; EXTRA is more than enough: https://www.sqlite.org/pragma.html. */
  private static Condition.Guarantee synchronous(Condition.Guarantee told) {
    var value =
        switch (told.value()) {
          case "0" -> "off";
          case "1" -> "normal";
          default -> "full";
        };
    return new Condition.Guarantee(told.name(), value, told.wanted());
  }

  @Override
  public Optional<Path> file() {
    return name.isEmpty() || name.equals(ELSEWHERE) ? Optional.empty() : Optional.of(Path.of(name));
  }

  @Override
  public StoreException explain(SQLException error) {
    var code =
        error instanceof SQLiteException e
            ? SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff)
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return new StoreException("%s: %s".formatted(name, remedy(code, error)), error);
  }

  private String remedy(SQLiteErrorCode code, SQLException error) {
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another process has been writing to it for %d s. Stop that process, or wait for it."
              .formatted(DatabaseFile.BUSY_MILLIS / 1000);
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
}
