package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Runs transactions as a framework does, on connections that it makes; code within finds the
 * connection by its thread.
 */
final class Framework implements Transactions {
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final Callable<Connection> source;
  private final Consumer<String> watcher;

  /** Over new connections without auto-commit, and with nobody who watches. */
  Framework(Callable<Connection> source) {
    this(source, where -> {});
  }

  /**
   * Likewise.
   *
   * @param watcher is told "marked" before each commit and "committed" after it
   */
  Framework(Callable<Connection> source, Consumer<String> watcher) {
    this.source = source;
    this.watcher = watcher;
  }

  /** The connection of the transaction that runs on this thread. */
  static Connection connection() {
    return CURRENT.get();
  }

  @Override
  public void run(Consumer<? super Connection> deed) throws Exception {
    try (var connection = source.call()) {
      connection.setAutoCommit(false);
      CURRENT.set(connection);
      try {
        deed.accept(connection);
        watcher.accept("marked");
        connection.commit();
        watcher.accept("committed");
      } catch (RuntimeException | SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        CURRENT.remove();
      }
    }
  }
}
