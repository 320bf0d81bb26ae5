package dev.startill.telegram.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The updates that Telegram still holds for us: which of them are in hand, which are finished, and
 * so how far the offset may go. An offset confirms everything below it, so it stops before the
 * first unfinished one; what lies behind that one comes again with every call and is known here by
 * its number. Telegram shows at most a hundred, hence no more than that are ever in hand. Threads
 * share it.
 */
final class Window {
  /** Asking after each update would have the others shown again each time. */
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();

  /** Number to whether it is finished, of all that may come again. */
  private final Map<Long, Boolean> finished = new HashMap<>();

  private List<Long> lastShown = List.of();
  private long offset;

  /** What to ask Telegram for next; 0 before the first answer. */
  long offset() {
    lock.lock();
    try {
      return offset;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Telegram answered a call with this offset: everything finished below it is confirmed, and may
   * be forgotten. Numbers may begin anew anywhere after a silent week, so a number is known only
   * while it can come again.
   */
  void shown(long askedFrom, List<Long> ids) {
    lock.lock();
    try {
      finished.entrySet().removeIf(entry -> entry.getValue() && entry.getKey() < askedFrom);
      lastShown = List.copyOf(ids);
      advance();
    } finally {
      lock.unlock();
    }
  }

  /** Takes an update in hand; false if it is already there, or finished. */
  boolean take(long id) {
    lock.lock();
    try {
      return finished.putIfAbsent(id, false) == null;
    } finally {
      lock.unlock();
    }
  }

  /** It was handled. */
  void finish(long id) {
    lock.lock();
    try {
      finished.put(id, true);
      advance();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many are in hand and not finished. */
  int unfinished() {
    lock.lock();
    try {
      return (int) finished.values().stream().filter(done -> !done).count();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it is worth asking again: all is finished; or a moment is over and the offset has
   * moved from where it was asked last; or this much time is over.
   */
  void awaitProgress(long askedFrom, Duration most) throws InterruptedException {
    if (awaitEmpty(A_MOMENT)) {
      return;
    }
    var left = most.minus(A_MOMENT).toNanos();
    lock.lock();
    try {
      while (left > 0 && finished.containsValue(false) && offset == askedFrom) {
        left = moved.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is in hand; false if this much time was not enough. */
  boolean awaitEmpty(Duration most) throws InterruptedException {
    var left = most.toNanos();
    lock.lock();
    try {
      while (left > 0 && finished.containsValue(false)) {
        left = moved.awaitNanos(left);
      }
      return !finished.containsValue(false);
    } finally {
      lock.unlock();
    }
  }

  private void advance() {
    for (var id : lastShown) {
      if (!Boolean.TRUE.equals(finished.get(id))) {
        return;
      }
      offset = id + 1;
    }
  }
}
