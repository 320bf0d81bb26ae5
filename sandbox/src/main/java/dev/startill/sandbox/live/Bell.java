package dev.startill.sandbox.live;

import dev.startill.sandbox.world.Happening;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rings whenever something happened, so that who waits looks again then. Thread-safe. */
public final class Bell implements Watcher {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long times;

  /** A bell; it is to be made a watcher of what it rings for. */
  public Bell() {}

  /** How often it has rung: to be asked before one looks, so that no ring is missed. */
  public long times() {
    lock.lock();
    try {
      return times;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for one more ring than that; false when there was none until {@code nanoTime}. */
  public boolean awaitAfter(long seen, long nanoTime) throws InterruptedException {
    lock.lock();
    try {
      while (times == seen) {
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        long unused = rung.awaitNanos(Math.min(left, TimeUnit.HOURS.toNanos(1)));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Something happened. */
  public void ring() {
    lock.lock();
    try {
      times++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void happened(Happening happening) {
    ring();
  }

  @Override
  public void clockMoved(Instant now) {
    ring();
  }

  @Override
  public void forgotten() {
    ring();
  }
}
