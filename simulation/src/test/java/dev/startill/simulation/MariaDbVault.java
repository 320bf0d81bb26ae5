package dev.startill.simulation;

import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.testkit.database.LocalMariaDb;
import java.sql.SQLException;

/** A database of a MariaDB server, with a user of its own of the same name. For one thread. */
final class MariaDbVault extends ServerVault {
  /** A disk that can be said to be full: then nothing new can be written. */
  private static final String REFUSE =
      """
      CREATE TRIGGER no_room_of_%1$s BEFORE INSERT ON %1$s FOR EACH ROW
        IF (SELECT is_full FROM room) THEN
          SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1021, MESSAGE_TEXT = 'no space left on device';
        END IF
      """;

  private final LocalMariaDb server;
  private final String name;

  private MariaDbVault(LocalMariaDb server, String name, MemoryDatabase copy) throws SQLException {
    super(server.url(name, name), server.connect(name), copy);
    this.server = server;
    this.name = name;
  }

  /** One that holds the newest schema, as the store makes it, and nothing else. */
  static MariaDbVault on(LocalMariaDb server, MemoryDatabase copy) throws SQLException {
    var name = server.create();
    server.admit(name, name);
    JdbcStore.open(server.url(name, name), new BotId(Stage.BOT)).close();
    var vault = new MariaDbVault(server, name, copy);
    vault.say("SET SESSION sql_mode = 'ANSI_QUOTES'");
    vault.say("CREATE TABLE room (is_full INT NOT NULL)");
    vault.say("INSERT INTO room VALUES (0)");
    vault.say(REFUSE.formatted("event"));
    vault.say(REFUSE.formatted("orders"));
    return vault;
  }

  /** The server knows the user no more, and has cut the connections that there were. */
  @Override
  public void lock() {
    say("ALTER USER %s@'%%' ACCOUNT LOCK".formatted(name));
    drop();
  }

  @Override
  public void unlock() {
    say("ALTER USER %s@'%%' ACCOUNT UNLOCK".formatted(name));
  }

  @Override
  public void fill() {
    say("UPDATE room SET is_full = 1");
  }

  @Override
  public void makeRoom() {
    say("UPDATE room SET is_full = 0");
  }

  @Override
  public void drop() {
    try {
      server.cut(name, name);
    } catch (SQLException e) {
      throw new IllegalStateException("The server cuts no connections.", e);
    }
  }

  @Override
  void remove() throws SQLException {
    drop();
    server.drop(name);
    server.execute("DROP USER %s@'%%'".formatted(name));
  }
}
