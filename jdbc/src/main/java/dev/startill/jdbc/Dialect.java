package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Condition;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs from database to database: how to connect, the words of each statement, the steps of
 * the schema, how a batch is alone with its bot, and what errors mean. What most have in common
 * stands here. Immutable; threads share it.
 */
interface Dialect extends Connections {
  /**
   * The dialect of that name, to print its schema: nothing can be connected to.
   *
   * @throws SettingsException if there is none
   */
  static Dialect named(String language, TablePrefix prefix) {
    var url =
        switch (language) {
          case "sqlite" -> "jdbc:sqlite:startill.db";
          case "postgresql" -> "jdbc:postgresql://host/startill";
          case "mysql", "mariadb" -> "jdbc:mariadb://host/startill";
          default ->
              throw new SettingsException(
                  "There is no dialect '%s': it is sqlite, postgresql or mysql, which is MariaDB's as well."
                      .formatted(language));
        };
    return of(new Login(url, "", "", prefix));
  }

  /**
   * The dialect of a JDBC URL.
   *
   * @throws SettingsException if there is none
   */
  static Dialect of(String url) {
    return of(Login.in(url));
  }

  /**
   * The dialect of a login's URL.
   *
   * @throws SettingsException if there is none
   */
  static Dialect of(Login login) {
    var url = login.url();
    if (url.startsWith(Sqlite.PREFIX)) {
      return new Sqlite(login);
    }
    if (url.startsWith(Postgres.PREFIX)) {
      return new Postgres(login);
    }
    if (MariaDb.speaks(url)) {
      return new MariaDb(login);
    }
    throw new SettingsException(
        "The store's URL must begin with %s, %s, %s or %s, unlike '%s'."
            .formatted(
                Sqlite.PREFIX,
                Postgres.PREFIX,
                MariaDbConnections.MARIADB,
                MariaDbConnections.MYSQL,
                scheme(url)));
  }

  /** What its schema is written in: sqlite, postgresql or mysql. */
  String language();

  /** What the database is called: where it is, and nothing that is secret. */
  String name();

  /** What the names of the store's tables begin with. */
  TablePrefix prefix();

  /** The words of a statement, with the names of this store's tables in them. */
  String words(Sql statement);

  /** Words of no statement's, with the names of this store's tables in them. */
  default String filled(String words) {
    return prefix().fill(words);
  }

  /**
   * The steps of the schema, first to newest, with names that are to be {@link #filled} in. A first
   * release may bring several as one.
   */
  List<Migration> migrations();

  /** A script as the database's own client reads it. */
  default String printed(String script) {
    return script;
  }

  /** Says all statements of a script, one after another. */
  default void run(Connection connection, String script) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  /**
   * Takes steps of the schema while no other program does: all of them or, where the database can
   * undo a change of its schema, none.
   */
  default void alone(Connection connection, Migration.Step steps) throws SQLException {
    run(connection, words(Sql.LOCK_SCHEMA));
    try {
      steps.take(connection);
      run(connection, words(Sql.COMMIT));
    } catch (SQLException | StoreException e) {
      run(connection, words(Sql.ROLLBACK));
      throw e;
    }
  }

  /** Makes ready for a bot's batches, once at each opening. */
  default void welcome(Session session, BotId bot) throws SQLException {}

  /**
   * Begins a batch: until it ends, nobody else writes for this bot, on whichever node. Where that
   * fails, it leaves nothing begun. Tells {@link Recent} what others wrote since the last.
   */
  void begin(Session session, BotId bot);

  /**
   * Whether all that is written waits for whoever writes, as in a file. Elsewhere bots and other
   * tables do not meet.
   */
  default boolean hasOneWriter() {
    return false;
  }

  /**
   * A connection for handlers: READ COMMITTED, without auto-commit, otherwise as the server has it.
   */
  default Connection guest() throws SQLException {
    return writer();
  }

  /** Whether somebody else's transaction sees what others have written. */
  default boolean mayJoin(Connection connection) throws SQLException {
    return connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
  }

  /** Sets up somebody else's connection for the store's words, within its transaction. */
  default void enter(Connection connection) throws SQLException {}

  /** Leaves it as it was. */
  default void leave(Connection connection) throws SQLException {}

  /**
   * Takes part in somebody else's transaction: until it ends, nobody else writes for this bot.
   * Whoever wrote for it last finds out.
   */
  void join(Session session, BotId bot);

  /** Stops the statement that runs on a connection, whoever waits for it. */
  default void interrupt(Connection connection) {}

  /** Lets no batch begin any more, on whichever node, until a bot is welcomed anew. */
  default void shut(Connection connection) throws SQLException {}

  /** Begins to read what the database holds at one moment, beside whoever writes. */
  default void beginReading(Session session) throws SQLException {
    session.change(Sql.BEGIN_READING);
  }

  /** Ends it. */
  default void endReading(Session session) throws SQLException {
    session.change(Sql.END_READING);
  }

  /**
   * How many rows of a long result the driver fetches at once while it is read; 0 where it never
   * fetches more than the one that is looked at.
   */
  default int rowsAtOnce() {
    return 0;
  }

  /** Whether each word to the database is a journey, so that many are better said at once. */
  default boolean isFar() {
    return true;
  }

  /** Fills a statement's place, counted from 1. */
  default void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    statement.setObject(place, value);
  }

  /** Whether a connection that lay idle is still of use. */
  default boolean isAlive(Connection connection) throws SQLException {
    return true;
  }

  /** Whether the connection is gone with this error, so that only a new one is of use. */
  default boolean isLost(SQLException error) {
    return false;
  }

  /** What the promise of a commit rests on, as it is on a connection that writes. */
  default List<Condition.Guarantee> guarantees(Connection writer) throws SQLException {
    return List.of();
  }

  /** The database's file, for those that are one. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** One of them: the only column of the only row, as a text. */
  static Condition.Guarantee guarantee(Connection writer, String name, String query, String wanted)
      throws SQLException {
    try (var statement = writer.createStatement();
        var row = statement.executeQuery(query)) {
      return new Condition.Guarantee(name, row.next() ? row.getString(1) : "?", wanted);
    }
  }

  /** What an error means to whoever runs the store, and what to do. No password is in it. */
  StoreException explain(SQLException error);

  /**
   * What time it is for all who share the database: it is asked itself, unless one machine alone
   * has it.
   *
   * @param ours this process's clock
   */
  default Instant time(Session session, InstantSource ours) {
    return session.one(Sql.TIME, row -> Rows.time(row.getLong(1))).orElseThrow();
  }

  /** As much of a URL as cannot hold a password. */
  private static String scheme(String url) {
    var parts = url.split(":", 3);
    return parts.length < 3 ? url : parts[0] + ":" + parts[1] + ":…";
  }
}
