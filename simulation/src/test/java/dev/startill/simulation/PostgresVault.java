package dev.startill.simulation;

import dev.startill.jdbc.Batcher;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.database.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A database of a PostgreSQL server. What is committed to it is copied into one of SQLite, so that
 * the checker asks the same questions of both. For one thread.
 */
final class PostgresVault implements Vault {
  /** A disk that can be said to be full: then nothing new can be written. */
  private static final String ROOM =
      """
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON event EXECUTE FUNCTION no_room();
      CREATE TRIGGER no_room BEFORE INSERT ON orders EXECUTE FUNCTION no_room();
      """;

  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'startill'
      """;

  private final LocalPostgres server;
  private final String name;
  private final MemoryDatabase copy;
  private final Connection beside;
  private final Copier copier;

  /** Like a database that holds the newest schema and nothing else, copied into this one. */
  PostgresVault(LocalPostgres server, String template, MemoryDatabase copy) throws SQLException {
    this.server = server;
    this.name = server.createLike(template);
    this.copy = copy;
    this.beside = server.connect(name);
    this.copier = new Copier(beside, copy.reader());
    say(ROOM);
    makeRoom();
  }

  @Override
  public JdbcStore open(
      Settings settings, InstantSource clock, RandomGenerator random, Batcher batcher) {
    return JdbcStore.open(server.url(name), new BotId(Stage.BOT), settings, clock, random, batcher);
  }

  @Override
  public Connection reader() throws SQLException {
    return copy.reader();
  }

  @Override
  public void committed() {
    try {
      copier.copy();
    } catch (SQLException e) {
      throw new IllegalStateException("What was committed cannot be copied.", e);
    }
  }

  /** The server takes no connections, and has cut those that there were. */
  @Override
  public void lock() {
    admit("false");
    drop();
  }

  @Override
  public void unlock() {
    admit("true");
  }

  @Override
  public void fill() {
    say("ALTER TABLE event ENABLE TRIGGER no_room; ALTER TABLE orders ENABLE TRIGGER no_room");
  }

  @Override
  public void makeRoom() {
    say("ALTER TABLE event DISABLE TRIGGER no_room; ALTER TABLE orders DISABLE TRIGGER no_room");
  }

  @Override
  public void drop() {
    say(CUT);
  }

  @Override
  public void close() throws SQLException {
    beside.close();
    copier.close();
    copy.close();
    server.drop(name);
  }

  private void admit(String whether) {
    try {
      server.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(name, whether));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(String words) {
    try (var statement = beside.createStatement()) {
      statement.execute(words);
    } catch (SQLException e) {
      throw new IllegalStateException("The server refused " + words, e);
    }
  }
}
