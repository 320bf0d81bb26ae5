package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A SQLite file of a test: opened as a store, and looked at from beside it. */
record SqliteFile(Path path) {
  static final BotId BOT = new BotId(42);

  static SqliteFile in(Path folder) {
    return new SqliteFile(folder.resolve("startill.db"));
  }

  String url() {
    return "jdbc:sqlite:" + path;
  }

  JdbcStore open() {
    return open(Settings.defaults(), Batcher.onItsOwnThread());
  }

  JdbcStore open(Settings settings, Batcher batcher) {
    return open(settings, batcher, new ManualClock(Fixtures.NOON));
  }

  JdbcStore open(Settings settings, Batcher batcher, InstantSource clock) {
    return JdbcStore.open(
        url(), BOT, settings, clock, RandomGenerator.of("L64X128MixRandom"), batcher);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
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
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }
}
