package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * For how long a handler may keep a transaction: where it is the only writer's, not long. When that
 * is over the handler is interrupted, and whatever it did afterwards is taken back. Immutable;
 * threads share it.
 */
final class Bound {
  /** What a handler does. */
  @FunctionalInterface
  interface Handling {
    void run() throws Exception;
  }

  private final Optional<Duration> most;
  private final Dialect dialect;

  private Bound(Optional<Duration> most, Dialect dialect) {
    this.most = most;
    this.dialect = dialect;
  }

  /** As long as this where a handler holds up all that is written, else as long as it takes. */
  static Bound of(Dialect dialect, Duration most) {
    return new Bound(dialect.hasOneWriter() ? Optional.of(most) : Optional.empty(), dialect);
  }

  /**
   * Runs a handler on this thread.
   *
   * @throws StoreException if it took too long
   * @throws Exception what it threw
   */
  void run(Connection connection, Handling handler) throws Exception {
    if (most.isEmpty()) {
      handler.run();
      return;
    }
    var time = most.get();
    var over = new AtomicBoolean();
    var thread = Thread.currentThread();
    var alarm =
        CompletableFuture.runAsync(
            () -> {
              if (over.compareAndSet(false, true)) {
                dialect.interrupt(connection);
                thread.interrupt();
              }
            },
            CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS));
    var thrown = thrownBy(handler);
    if (!over.compareAndSet(false, true)) {
      alarm.join();
      Thread.interrupted();
      throw tooSlow(time);
    }
    alarm.cancel(false);
    if (thrown.isPresent()) {
      throw JdbcStore.thrown(thrown.get());
    }
  }

  private static Optional<Throwable> thrownBy(Handling handler) {
    try {
      handler.run();
      return Optional.empty();
    } catch (Exception | Error e) {
      return Optional.of(e);
    }
  }

  /** What to say to whoever was too slow. */
  static StoreException tooSlow(Duration most) {
    return new StoreException(
        "The handler kept the only writer of a SQLite store for more than %s; all that it did was "
                .formatted(most)
            + "taken back. Let it do less, call nothing of Startill's, or use PostgreSQL.");
  }
}
