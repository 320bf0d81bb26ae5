package dev.startill.jdbc;

import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Units that wait for the writer, checkouts before all others. Threads share it. */
final class Lanes {
  /** Far more than deliveries that can be under way while the writer stands still. */
  static final int FOR_UNAWAITED = 1024;

  private final int capacity;
  private final Queue<Ticket<?>> checkouts = new ArrayDeque<>();
  private final Queue<Ticket<?>> routine = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private boolean closed;

  /**
   * Of this length.
   *
   * @param capacity of each lane, so that a flood of others never turns a checkout away
   */
  Lanes(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Queues a unit.
   *
   * @throws StoreException if the lane is full, or the store closed
   */
  void add(Lane lane, Ticket<?> ticket) {
    add(lane, ticket, capacity);
  }

  /**
   * Queues a unit that nobody waits for. It finds room even where a lane is full for those who can
   * be told to come again: a mark that is lost would send goods twice.
   *
   * @throws StoreException if that room is full as well, or the store closed
   */
  void addUnawaited(Ticket<?> ticket) {
    add(Lane.ROUTINE, ticket, capacity + FOR_UNAWAITED);
  }

  private void add(Lane lane, Ticket<?> ticket, int most) {
    lock.lock();
    try {
      if (closed) {
        throw new StoreException("The store is closed.");
      }
      var queue = lane == Lane.CHECKOUT ? checkouts : routine;
      if (queue.size() >= most) {
        throw new StoreException(
            "The store's queue is full: %d units wait for the disk. Try again later."
                .formatted(capacity));
      }
      queue.add(ticket);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next unit, as soon as there is one; empty once closed and drained. */
  Optional<Ticket<?>> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (checkouts.isEmpty() && routine.isEmpty() && !closed) {
        arrived.await();
      }
      return next();
    } finally {
      lock.unlock();
    }
  }

  /** The next unit, if there is one. */
  Optional<Ticket<?>> poll() {
    lock.lock();
    try {
      return next();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what is queued stays to be run. */
  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Ticket<?>> next() {
    var checkout = checkouts.poll();
    return Optional.ofNullable(checkout != null ? checkout : routine.poll());
  }
}
