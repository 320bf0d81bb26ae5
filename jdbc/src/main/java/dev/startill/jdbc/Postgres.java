package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Condition;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * PostgreSQL: many nodes on one database. Whoever writes for a bot holds that bot's row of the
 * table {@code writer} until the commit, so that batches of one bot come one after another,
 * whichever node they are of, and no two units can wait for each other.
 */
final class Postgres implements Dialect {
  static final String PREFIX = "jdbc:postgresql:";

  /** Some rows at once save round trips; their bytes stay far below a megabyte. */
  static final int ROWS_AT_ONCE = 500;

  private static final String FOLDER = "/dev/startill/jdbc/postgresql/";
  private static final Statements STATEMENTS = Statements.in(FOLDER + "statements.sql");
  private static final List<Migration> MIGRATIONS =
      List.of(
          new Migration(
              2,
              "the first sale, never lost",
              Resources.read(FOLDER + "002-the-first-sale-never-lost.sql")),
          new Migration(3, "several nodes", Resources.read(FOLDER + "003-several-nodes.sql")),
          new Migration(4, "less to write", Resources.read(FOLDER + "004-less-to-write.sql")),
          new Migration(5, "what lasts", Resources.read(FOLDER + "005-what-lasts.sql")));

  private static final String WELCOME =
      "INSERT INTO {bot_writer} (bot) VALUES (?) ON CONFLICT DO NOTHING";

  private final PostgresServer server;
  private final PostgresErrors errors;
  private final TablePrefix prefix;
  private final Map<Sql, String> words;

  /**
   * At this login's URL.
   *
   * @throws SettingsException if it is none that could lead to a database
   */
  Postgres(Login login) {
    this.server = new PostgresServer(login);
    this.errors = new PostgresErrors(server.name());
    this.prefix = login.tablePrefix();
    this.words = STATEMENTS.filled(prefix);
  }

  @Override
  public String language() {
    return "postgresql";
  }

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public Connection writer() throws SQLException {
    return server.writer();
  }

  @Override
  public Connection reader() throws SQLException {
    return server.reader();
  }

  @Override
  public TablePrefix prefix() {
    return prefix;
  }

  @Override
  public String words(Sql statement) {
    return Objects.requireNonNull(words.get(statement));
  }

  @Override
  public List<Migration> migrations() {
    return MIGRATIONS;
  }

  @Override
  public void run(Connection connection, String script) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  /** Steps may take as long as they need, where a statement of a batch may not. */
  @Override
  public void alone(Connection connection, Migration.Step steps) throws SQLException {
    var patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0);
    Dialect.super.alone(connection, steps);
    connection.setNetworkTimeout(Runnable::run, patience);
  }

  @Override
  public void welcome(Session session, BotId bot) throws SQLException {
    try (var row = session.connection().prepareStatement(filled(WELCOME))) {
      row.setLong(1, bot.value());
      row.executeUpdate();
    }
    run(session.connection(), words(Sql.COMMIT));
  }

  @Override
  public void shut(Connection connection) throws SQLException {
    run(connection, filled("DELETE FROM {bot_writer}"));
  }

  @Override
  public void begin(Session session, BotId bot) {
    WriterRow.lock(session, bot, name());
  }

  @Override
  public Connection guest() throws SQLException {
    return server.guest();
  }

  @Override
  public void enter(Connection connection) throws SQLException {
    run(connection, PostgresServer.WITHIN_A_TRANSACTION);
  }

  @Override
  public void join(Session session, BotId bot) {
    WriterRow.take(session, bot, name());
  }

  /** The driver fetches few rows at once only within a transaction that it began itself. */
  @Override
  public void beginReading(Session session) throws SQLException {
    session.connection().setAutoCommit(false);
    session.change(Sql.BEGIN_READING);
  }

  @Override
  public void endReading(Session session) throws SQLException {
    session.change(Sql.END_READING);
    session.connection().setAutoCommit(true);
  }

  @Override
  public int rowsAtOnce() {
    return ROWS_AT_ONCE;
  }

  /**
   * A commit waits for the disk by synchronous_commit, which each connection sets, and by fsync.
   */
  @Override
  public List<Condition.Guarantee> guarantees(Connection writer) throws SQLException {
    return List.of(
        Dialect.guarantee(writer, "fsync", "SHOW fsync", "on"),
        Dialect.guarantee(writer, "full_page_writes", "SHOW full_page_writes", "on"));
  }

  @Override
  public boolean isAlive(Connection connection) throws SQLException {
    return connection.isValid(PostgresServer.CONNECT_SECONDS);
  }

  @Override
  public boolean isLost(SQLException error) {
    return errors.isLost(error);
  }

  @Override
  public StoreException explain(SQLException error) {
    return errors.explain(error);
  }
}
