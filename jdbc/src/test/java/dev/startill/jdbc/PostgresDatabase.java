package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.database.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A database of a test on a PostgreSQL server: opened as a store, and looked at from beside it. */
record PostgresDatabase(LocalPostgres server, String name, BotId bot) implements AutoCloseable {
  static final BotId BOT = new BotId(42);

  private static @Nullable String template;

  /** On the server that tests share, with the newest schema already. */
  static PostgresDatabase fresh() {
    try {
      return likeTemplate();
    } catch (SQLException e) {
      throw new IllegalStateException("No database could be made.", e);
    }
  }

  private static synchronized PostgresDatabase likeTemplate() throws SQLException {
    var server = LocalPostgres.shared();
    if (template == null) {
      var first = new PostgresDatabase(server, server.create(), BOT);
      first.open().close();
      template = first.name;
    }
    return new PostgresDatabase(server, server.createLike(template), BOT);
  }

  /** On the server that tests share, without any schema. */
  static PostgresDatabase empty() throws SQLException {
    return on(LocalPostgres.shared());
  }

  static PostgresDatabase on(LocalPostgres server) throws SQLException {
    return new PostgresDatabase(server, server.create(), BOT);
  }

  /** The same database, opened for another bot. */
  PostgresDatabase as(BotId other) {
    return new PostgresDatabase(server, name, other);
  }

  String url() {
    return server.url(name);
  }

  JdbcStore open() {
    return open(Settings.defaults(), Batcher.onItsOwnThread());
  }

  JdbcStore open(Settings settings, Batcher batcher) {
    return open(settings, batcher, new ManualClock(Fixtures.NOON));
  }

  JdbcStore open(Settings settings, Batcher batcher, InstantSource clock) {
    return JdbcStore.open(
        url(), bot, settings, clock, RandomGenerator.of("L64X128MixRandom"), batcher);
  }

  Connection connect() throws SQLException {
    return server.connect(name);
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> texts(String question) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  long count(String question) throws SQLException {
    return Long.parseLong(texts(question).getFirst());
  }

  @Override
  public void close() throws SQLException {
    server.drop(name);
  }
}
