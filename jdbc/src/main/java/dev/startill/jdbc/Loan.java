package dev.startill.jdbc;

import dev.startill.jdbc.JoinedTransaction.Handling;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The writer's connection in the hands of a handler, within one unit of work. The unit waits for it
 * to come back; after a bounded time it is closed instead, and the unit's batch runs anew on
 * another, without the handler. Two threads share it: the writer's and the handler's.
 */
final class Loan<T> {
  /** What came of the unit: a handler that throws takes back its own writing alone. */
  sealed interface Ending<T> {
    /** All is kept. */
    record Kept<T>(T result) implements Ending<T> {}

    /** What was thrown, by the handler or by the mark, before anything was kept. */
    record Thrown<T>(Throwable because) implements Ending<T> {}
  }

  private final Supplier<Session> writer;
  private final Function<Work, T> mark;
  private final Dialect dialect;
  private final Duration most;
  private final BlockingQueue<Optional<LentConnection>> lent = new LinkedBlockingQueue<>();
  private volatile boolean tookTooLong;
  private volatile boolean over;

  /**
   * Nothing is lent yet.
   *
   * @param writer what the unit speaks through, on the writer's thread
   * @param mark what the unit does after the handler
   * @param most for how long the connection is lent
   */
  Loan(Supplier<Session> writer, Function<Work, T> mark, Dialect dialect, Duration most) {
    this.writer = writer;
    this.mark = mark;
    this.dialect = dialect;
    this.most = most;
  }

  /** The unit. Its batch may run again, and the handler with it, for all was taken back. */
  Ending<T> unit(Work work) {
    if (tookTooLong || over) {
      throw Bound.tooSlow(most);
    }
    var session = writer.get();
    session.change(Sql.SAVE);
    session.change(Sql.SAVE);
    var thrown = lend(session);
    if (thrown.isPresent()) {
      session.change(Sql.UNDO);
      session.change(Sql.RELEASE);
      session.change(Sql.RELEASE);
      return new Ending.Thrown<>(thrown.get());
    }
    // Fails where the handler ended the transaction: then the savepoint is gone.
    session.change(Sql.RELEASE);
    return marked(work, session);
  }

  private Ending<T> marked(Work work, Session session) {
    try {
      var result = mark.apply(work);
      session.change(Sql.RELEASE);
      return new Ending.Kept<>(result);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      session.change(Sql.UNDO);
      session.change(Sql.RELEASE);
      return new Ending.Thrown<>(e);
    }
  }

  /** For the writer: lends the connection and gets it back. What the handler threw. */
  private Optional<Throwable> lend(Session session) {
    var loan = new LentConnection(session.connection());
    lent.add(Optional.of(loan));
    try {
      return loan.awaitBack(most);
    } catch (TimeoutException e) {
      return takeAway(loan, session);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return takeAway(loan, session);
    }
  }

  private Optional<Throwable> takeAway(LentConnection loan, Session session) {
    // Said first: whoever is interrupted by it sees why.
    tookTooLong = true;
    if (!loan.takeAway()) {
      tookTooLong = false;
      return loan.back();
    }
    dialect.interrupt(session.connection());
    session.lose(Bound.tooSlow(most));
    throw Bound.tooSlow(most);
  }

  /** For whoever hears that the unit has ended: nothing will be lent any more. */
  void end() {
    lent.add(Optional.empty());
  }

  /**
   * For the handler's thread: uses the connection as often as it is lent. Whoever was interrupted
   * for taking too long hears it from the unit.
   */
  void borrow(Handling handler) throws InterruptedException {
    try {
      for (var loan = lent.take(); loan.isPresent(); loan = lent.take()) {
        loan.get().use(handler);
      }
    } catch (InterruptedException e) {
      if (!tookTooLong) {
        over = true;
        throw e;
      }
    }
  }
}
