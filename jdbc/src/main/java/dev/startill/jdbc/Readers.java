package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few connections that only read, opened when they are first needed. Threads share it. */
final class Readers implements AutoCloseable {
  /** Pages and tools are few; each connection costs some memory. */
  private static final int MOST = 4;

  private final Dialect dialect;
  private final Semaphore permits = new Semaphore(MOST);
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean closed;

  Readers(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Answers a question with a connection of its own. */
  <T> T ask(Function<Session, T> question) {
    permits.acquireUninterruptibly();
    try {
      var session = borrow();
      try {
        return question.apply(session);
      } finally {
        giveBack(session);
      }
    } finally {
      permits.release();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Session::close);
    idle.clear();
  }

  private Session borrow() {
    try {
      for (var session = idleOne(); session != null; session = idleOne()) {
        if (dialect.isAlive(session.connection())) {
          return session;
        }
        session.close();
      }
      return new Session(dialect, dialect.reader());
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  private synchronized @Nullable Session idleOne() {
    if (closed) {
      throw new StoreException("The store is closed.");
    }
    return idle.poll();
  }

  private synchronized void giveBack(Session session) {
    if (closed || session.takeFailure().isPresent()) {
      session.close();
    } else {
      idle.push(session);
    }
  }
}
