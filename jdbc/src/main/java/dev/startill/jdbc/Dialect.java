package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
  static Dialect named(String language) {
    return switch (language) {
      case "sqlite" -> new Sqlite("jdbc:sqlite:startill.db");
      case "postgresql" -> new Postgres("jdbc:postgresql://host/startill");
      case "mysql", "mariadb" -> new MariaDb("jdbc:mariadb://host/startill");
      default ->
          throw new SettingsException(
              "There is no dialect '%s': it is sqlite, postgresql or mysql, which is MariaDB's as well."
                  .formatted(language));
    };
  }

  /**
   * The dialect of a JDBC URL.
   *
   * @throws SettingsException if there is none
   */
  static Dialect of(String url) {
    if (url.startsWith(Sqlite.PREFIX)) {
      return new Sqlite(url);
    }
    if (url.startsWith(Postgres.PREFIX)) {
      return new Postgres(url);
    }
    if (MariaDb.speaks(url)) {
      return new MariaDb(url);
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

  /** The words of a statement. */
  String words(Sql statement);

  /** The steps of the schema, first to newest. A first release may bring several as one. */
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
