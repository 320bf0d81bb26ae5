package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Condition;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * MariaDB 10.11 and later; and MySQL 8, which understands the same words. Whoever writes for a bot
 * has its row of {@code writer} locked, so that one node at a time does. Immutable; threads share
 * it.
 */
final class MariaDb implements Dialect {
  private static final String FOLDER = "/dev/startill/jdbc/mariadb/";
  private static final Statements STATEMENTS = Statements.in(FOLDER + "statements.sql");
  private static final List<Migration> MIGRATIONS =
      List.of(
          new Migration(
              2, "never lose a Star", Resources.read(FOLDER + "002-never-lose-a-star.sql")),
          new Migration(3, "several nodes", Resources.read(FOLDER + "003-several-nodes.sql")),
          new Migration(4, "less to write", Resources.read(FOLDER + "004-less-to-write.sql")),
          new Migration(5, "what lasts", Resources.read(FOLDER + "005-what-lasts.sql")));

  private static final String WELCOME = "INSERT IGNORE INTO {bot_writer} (bot) VALUES (?)";

  /** A statement ends with its line; what is inside of one is indented. */
  private static final Pattern END = Pattern.compile(";\\R(?=\\S|\\R|\\z)");

  private final MariaDbConnections connections;
  private final TablePrefix prefix;
  private final Map<Sql, String> words;

  /** At this login's URL. */
  MariaDb(Login login) {
    this.connections = new MariaDbConnections(login);
    this.prefix = login.tablePrefix();
    this.words = STATEMENTS.filled(prefix);
  }

  /** Whether a URL is of this dialect. */
  static boolean speaks(String url) {
    return url.startsWith(MariaDbConnections.MARIADB) || url.startsWith(MariaDbConnections.MYSQL);
  }

  @Override
  public String language() {
    return "mysql";
  }

  @Override
  public String name() {
    return connections.name();
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

  @Override
  public String words(Sql statement) {
    return Objects.requireNonNull(words.get(statement));
  }

  @Override
  public List<Migration> migrations() {
    return MIGRATIONS;
  }

  /** The client ends a statement at each semicolon, even one inside, unless it is told another. */
  @Override
  public String printed(String script) {
    var printed = new StringBuilder();
    for (var words : statements(script)) {
      printed.append(
          words.contains(";\n")
              ? "DELIMITER //\n%s//\nDELIMITER ;\n".formatted(words.strip())
              : words + ";\n");
    }
    return printed.toString();
  }

  /** One by one, as the server takes them. */
  @Override
  public void run(Connection connection, String script) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var words : statements(script)) {
        statement.execute(words);
      }
    }
  }

  /** The statements of a script, each with the comment before it. */
  static List<String> statements(String script) {
    return Stream.of(END.split(script, -1)).filter(words -> !words.isBlank()).toList();
  }

  /**
   * A change of the schema commits by itself here, so that only changes of rows can be taken back.
   * What keeps two programs apart is a lock with a name, which is free when its holder is gone.
   * Steps may take as long as they need, where a statement of a batch may not.
   */
  @Override
  public void alone(Connection connection, Migration.Step steps) throws SQLException {
    connections.look(connection);
    var patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0);
    lockSchema(connection);
    try {
      steps.take(connection);
      run(connection, words(Sql.COMMIT));
    } catch (SQLException | RuntimeException e) {
      run(connection, words(Sql.ROLLBACK));
      throw e;
    } finally {
      run(connection, "DO RELEASE_ALL_LOCKS()");
    }
    connection.setNetworkTimeout(Runnable::run, patience);
  }

  private void lockSchema(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(words(Sql.LOCK_SCHEMA))) {
      if (!row.next() || row.getInt(1) != 1) {
        throw new StoreException(
            "%s: another Startill has been changing the schema for a minute. Wait for it."
                .formatted(connections.name()));
      }
    }
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
    WriterRow.lock(session, bot, connections.name());
  }

  @Override
  public Connection guest() throws SQLException {
    return connections.guest();
  }

  @Override
  public void enter(Connection connection) throws SQLException {
    connections.enter(connection);
  }

  @Override
  public void leave(Connection connection) throws SQLException {
    connections.leave(connection);
  }

  @Override
  public void join(Session session, BotId bot) {
    WriterRow.take(session, bot, connections.name());
  }

  @Override
  public int rowsAtOnce() {
    return 1000;
  }

  @Override
  public List<Condition.Guarantee> guarantees(Connection writer) throws SQLException {
    return List.of(
        Dialect.guarantee(
            writer,
            "innodb_flush_log_at_trx_commit",
            "SELECT @@GLOBAL.innodb_flush_log_at_trx_commit",
            "1"));
  }

  @Override
  public boolean isAlive(Connection connection) throws SQLException {
    return connection.isValid(MariaDbConnections.CONNECT_SECONDS);
  }

  @Override
  public boolean isLost(SQLException error) {
    return MariaDbErrors.isLost(error);
  }

  @Override
  public StoreException explain(SQLException error) {
    return new StoreException(
        "%s: %s".formatted(connections.name(), MariaDbErrors.remedy(error)), error);
  }
}
