package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection on which a node writes for a bot, batch after batch. When it is lost, the next
 * batch begins on a new one, so that a database that was restarted is found again. For one thread
 * at a time.
 */
final class Writer implements AutoCloseable {
  /** A database that did not answer is left alone this long; meanwhile batches are refused. */
  static final Duration PAUSE = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Dialect dialect;
  private final BotId bot;
  private final LongSupplier watch;
  private Session session;
  private @Nullable StoreException unreachable;
  private long unreachableSince;

  private Writer(Dialect dialect, BotId bot, LongSupplier watch, Session session) {
    this.dialect = dialect;
    this.bot = bot;
    this.watch = watch;
    this.session = session;
  }

  /**
   * Connects for a bot.
   *
   * @param ready sees to the schema first
   * @param watch nanoseconds, to measure pauses with
   * @throws StoreException if the database cannot be reached or written, or is newer than this
   *     program
   */
  static Writer open(Dialect dialect, BotId bot, Migration.Step ready, LongSupplier watch) {
    try {
      var connection = dialect.writer();
      try {
        ready.take(connection);
        var session = new Session(dialect, connection);
        dialect.welcome(session, bot);
        return new Writer(dialect, bot, watch, session);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  /** What the batch that is under way speaks through. */
  Session session() {
    return session;
  }

  /**
   * Begins a batch, on a new connection if the old one was lost since the last.
   *
   * @throws StoreException if none can begin now; nothing was recorded then
   */
  void begin() {
    if (!session.isLost()) {
      try {
        dialect.begin(session, bot);
        return;
      } catch (StoreException e) {
        if (!session.isLost()) {
          throw e;
        }
        session.takeFailure();
      }
    }
    connectAnew();
    dialect.begin(session, bot);
  }

  /**
   * Makes the batch durable. If that fails, nobody knows whether it was. A commit that somebody
   * told not to wait for the standby any longer succeeds with a remark only, and may be on one
   * disk.
   */
  void commit() {
    session.insist(Sql.COMMIT);
  }

  /** Takes the batch back; one whose connection was lost was taken back by the database. */
  void rollback() {
    if (!session.isLost()) {
      session.change(Sql.ROLLBACK);
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private void connectAnew() {
    var refusal = unreachable;
    if (refusal != null && watch.getAsLong() - unreachableSince < PAUSE.toNanos()) {
      throw refusal;
    }
    LOG.warn("The connection to the database was lost; connecting anew");
    try {
      var fresh = new Session(dialect, dialect.writer());
      session.close();
      session = fresh;
      unreachable = null;
    } catch (SQLException e) {
      unreachableSince = watch.getAsLong();
      unreachable = dialect.explain(e);
      throw unreachable;
    }
  }
}
