package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on a few connections of the store's own, opened when they are first needed. Threads
 * share it.
 */
final class OwnTransactions implements Transactions, AutoCloseable {
  /** A server has a hundred connections or so, for all nodes and all programs. */
  static final int MOST = 8;

  private final Dialect dialect;
  private final Semaphore permits = new Semaphore(MOST);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  OwnTransactions(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public void run(Consumer<? super Connection> deed) throws Exception {
    permits.acquire();
    try {
      var connection = borrow();
      var whole = false;
      try {
        deed.accept(connection);
        connection.commit();
        whole = true;
      } finally {
        giveBack(connection, whole);
      }
    } finally {
      permits.release();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(OwnTransactions::end);
    idle.clear();
  }

  private Connection borrow() throws SQLException {
    for (var connection = idleOne(); connection != null; connection = idleOne()) {
      if (dialect.isAlive(connection)) {
        return connection;
      }
      end(connection);
    }
    return dialect.guest();
  }

  private synchronized @Nullable Connection idleOne() {
    if (closed) {
      throw new StoreException("The store is closed.");
    }
    return idle.poll();
  }

  /** One that ended well serves again; to close another takes back what it did. */
  private synchronized void giveBack(Connection connection, boolean whole) {
    if (closed || !whole) {
      end(connection);
    } else {
      idle.push(connection);
    }
  }

  private static void end(Connection connection) {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      // It is gone, and what it had not committed with it.
    }
  }
}
