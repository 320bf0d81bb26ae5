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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work in the queue, and the way back to its caller. The writer runs it at most while its
 * caller waits and its deadline has not passed. Two threads share it: the caller's and the
 * writer's.
 */
final class Ticket<T> {
  private enum State {
    QUEUED,
    RUNNING,
    GIVEN_UP
  }

  private final Function<Store.Work, T> unit;
  private final @Nullable Instant deadline;
  private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private @Nullable T result;
  private @Nullable Throwable failure;

  Ticket(Function<Store.Work, T> unit, @Nullable Instant deadline) {
    this.unit = unit;
    this.deadline = deadline;
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
    if (failure == null) {
      outcome.complete(result);
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  /** For the writer: nothing came of it, or nobody knows. */
  void fail(Throwable because) {
    outcome.completeExceptionally(because);
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
