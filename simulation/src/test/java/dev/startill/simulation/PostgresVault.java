package dev.startill.simulation;

import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;

/** A database of a PostgreSQL server. For one thread. */
final class PostgresVault extends ServerVault {
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

  private PostgresVault(LocalPostgres server, String name, MemoryDatabase copy)
      throws SQLException {
    super(server.url(name), server.connect(name), copy);
    this.server = server;
    this.name = name;
  }

  /** Like a database that holds the newest schema and nothing else, copied into this one. */
  static PostgresVault like(LocalPostgres server, String template, MemoryDatabase copy)
      throws SQLException {
    var vault = new PostgresVault(server, server.createLike(template), copy);
    vault.say(ROOM);
    vault.makeRoom();
    return vault;
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
  void remove() throws SQLException {
    server.drop(name);
  }

  private void admit(String whether) {
    try {
      server.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(name, whether));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
