package dev.startill.jdbc;

import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit of work in the queue, and the way back to its caller. The writer runs it at most while its
 * caller waits and its deadline has not passed. Two threads share it: the caller's and the
 * writer's.
 */
final class Ticket<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Ticket.class);

  private enum State {
    QUEUED,
    RUNNING,
    GIVEN_UP
  }

  private final Function<Store.Work, T> unit;
  private final @Nullable Instant deadline;
  private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final @Nullable Consumer<T> committed;
  private @Nullable T result;
  private @Nullable Throwable failure;

  private Ticket(
      Function<Store.Work, T> unit, @Nullable Instant deadline, @Nullable Consumer<T> committed) {
    this.unit = unit;
    this.deadline = deadline;
    this.committed = committed;
  }

  /** Of a caller who waits as long as it takes. */
  Ticket(Function<Store.Work, T> unit) {
    this(unit, null, null);
  }

  /** Of a caller who waits until a deadline. */
  Ticket(Function<Store.Work, T> unit, Instant deadline) {
    this(unit, deadline, null);
  }

  /** Of a caller who does not wait, but is told. */
  Ticket(Function<Store.Work, T> unit, Consumer<T> committed) {
    this(unit, null, committed);
  }

  /** For the writer: whether it shall still run. */
  boolean begin(Instant now) {
    if (deadline != null
        && now.isAfter(deadline)
        && state.compareAndSet(State.QUEUED, State.GIVEN_UP)) {
      outcome.completeExceptionally(tooLate());
      return false;
    }
    return state.compareAndSet(State.QUEUED, State.RUNNING);
  }

  /** For the writer: runs it, and remembers what it gives. */
  void run(Store.Work work) {
    failure = null;
    result = unit.apply(work);
  }

  /** For the writer: remembers why it has no effect. */
  void failing(Throwable because) {
    failure = because;
  }

  /** For the writer, after the commit: lets the caller go on with what came of it. */
  void tell() {
    if (failure != null) {
      fail(failure);
      return;
    }
    outcome.complete(result);
    if (committed != null) {
      tell(committed);
    }
  }

  /** For the writer: nothing came of it, or nobody knows. */
  void fail(Throwable because) {
    outcome.completeExceptionally(because);
    if (committed != null) {
      LOG.warn("An unawaited unit was not recorded: {}", because.getMessage());
    }
  }

  /** Whoever listens must not bring the writer down. */
  @SuppressWarnings("NullAway") // a unit that did not fail has its result, which may be null
  private void tell(Consumer<T> listener) {
    try {
      listener.accept(result);
    } catch (RuntimeException e) {
      LOG.error("A listener failed after the commit", e);
    }
  }

  /** Somebody else hears, too, once it is over, on whichever thread ended it. */
  void whenOver(Runnable listener) {
    var unused = outcome.whenComplete((result, thrown) -> listener.run());
  }

  /** For the caller: waits until it is durable. */
  T await() {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }
  }

  /** For the caller: waits until it is durable, but no longer than this. */
  T await(Duration patience) {
    try {
      return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      state.compareAndSet(State.QUEUED, State.GIVEN_UP);
      throw tooLate();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }
  }

  private StoreException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return state.compareAndSet(State.QUEUED, State.GIVEN_UP)
        ? new StoreException("Interrupted before it was recorded.", e)
        : new StoreException("Interrupted: nobody knows whether it was recorded.", e);
  }

  private static StoreException tooLate() {
    return new StoreException(
        "Not recorded before its deadline: the store has more to do than it can. Say no.");
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e
        ? e
        : new StoreException("The unit of work failed.", cause);
  }
}
