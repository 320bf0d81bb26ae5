package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.store.StoreContract.Opened;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A database of a test: opened as a store, and looked at from beside it. */
interface Database {
  BotId BOT = new BotId(42);

  String url();

  default BotId bot() {
    return BOT;
  }

  default JdbcStore open() {
    return open(Settings.defaults(), Batcher.onItsOwnThread());
  }

  default JdbcStore open(Settings settings, Batcher batcher) {
    return open(settings, batcher, new ManualClock(Fixtures.NOON));
  }

  default JdbcStore open(Settings settings, Batcher batcher, InstantSource clock) {
    return JdbcStore.open(
        url(), bot(), settings, clock, RandomGenerator.of("L64X128MixRandom"), batcher);
  }

  /** Opened for a contract. */
  default Opened opened(InstantSource clock, Settings settings) {
    var store = open(settings, Batcher.onItsOwnThread(), clock);
    return new Opened(store, store.books(), store.archive());
  }

  default Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  default void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  default List<String> texts(String question) throws SQLException {
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

  default long count(String question) throws SQLException {
    return Long.parseLong(texts(question).getFirst());
  }
}
