package dev.startill.jdbc;

import dev.startill.jdbc.JoinedTransaction.Handling;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection that is lent once: it comes back, or is taken away, whatever is first. */
final class LentConnection {
  private final Connection connection;
  private final AtomicBoolean settled = new AtomicBoolean();
  private final CompletableFuture<Optional<Throwable>> back = new CompletableFuture<>();
  private volatile @Nullable Thread borrower;

  LentConnection(Connection connection) {
    this.connection = connection;
  }

  /** For the handler's thread: uses it, and brings it back. */
  void use(Handling handler) {
    borrower = Thread.currentThread();
    if (settled.get()) {
      return;
    }
    Optional<Throwable> thrown = Optional.empty();
    try {
      handler.on(HandedConnection.of(connection));
    } catch (Exception | Error e) {
      thrown = Optional.of(e);
    }
    if (settled.compareAndSet(false, true)) {
      back.complete(thrown);
    }
  }

  /**
   * For the lender: waits until it is back. What the handler threw.
   *
   * @throws TimeoutException if it is not back in time
   */
  Optional<Throwable> awaitBack(Duration most) throws TimeoutException, InterruptedException {
    try {
      return back.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("It comes back, whatever the handler throws.", e);
    }
  }

  /** For the lender: it does not wait any longer. False if it has come back just now. */
  boolean takeAway() {
    if (!settled.compareAndSet(false, true)) {
      return false;
    }
    var thread = borrower;
    if (thread != null) {
      thread.interrupt();
    }
    return true;
  }

  /** For the lender: what the handler threw, of one that has come back. */
  Optional<Throwable> back() {
    return back.join();
  }
}
