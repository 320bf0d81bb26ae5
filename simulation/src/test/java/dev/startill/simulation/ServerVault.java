package dev.startill.simulation;

import dev.startill.jdbc.Batcher;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A database of a server. What is committed to it is copied into one of SQLite, so that the checker
 * asks the same questions of both. For one thread.
 */
abstract class ServerVault implements Vault {
  private final String url;
  private final Connection beside;
  private final MemoryDatabase copy;
  private final Copier copier;

  /**
   * What all have.
   *
   * @param url for the store
   * @param beside to the same database, which nothing cuts
   * @param copy holds the newest schema and nothing else
   */
  ServerVault(String url, Connection beside, MemoryDatabase copy) throws SQLException {
    this.url = url;
    this.beside = beside;
    this.copy = copy;
    this.copier = new Copier(beside, copy.reader());
  }

  @Override
  public final JdbcStore open(
      Settings settings, InstantSource clock, RandomGenerator random, Batcher batcher) {
    return JdbcStore.open(url, new BotId(Stage.BOT), settings, clock, random, batcher);
  }

  @Override
  public final Connection reader() throws SQLException {
    return copy.reader();
  }

  @Override
  public final void committed() {
    try {
      copier.copy();
    } catch (SQLException e) {
      throw new IllegalStateException("What was committed cannot be copied.", e);
    }
  }

  /** Takes the database away, once nobody reads it any more. */
  abstract void remove() throws SQLException;

  @Override
  public final void close() throws SQLException {
    beside.close();
    copier.close();
    copy.close();
    remove();
  }

  /** Says something to the server from beside the store. */
  final void say(String words) {
    try (var statement = beside.createStatement()) {
      statement.execute(words);
    } catch (SQLException e) {
      throw new IllegalStateException("The server refused " + words, e);
    }
  }
}
