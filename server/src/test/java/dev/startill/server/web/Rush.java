package dev.startill.server.web;

import dev.startill.jdbc.Batcher;
import java.util.concurrent.Semaphore;

/** Runs batches only when it is told to, on a thread of its own: a disk that takes its time. */
final class Rush implements Batcher {
  private static final int EVERY = 1_000_000;

  private final Semaphore batches = new Semaphore(0);
  private final Semaphore callers = new Semaphore(0);
  private Thread thread = Thread.currentThread();

  @Override
  public void drive(Batches queued) {
    thread = Thread.ofPlatform().start(() -> run(queued));
  }

  @Override
  public void awaited() {
    callers.release();
  }

  /** Returns once so many callers have begun to wait for their units, since the last time. */
  void isAwaitedBy(int more) throws InterruptedException {
    callers.acquire(more);
  }

  /** Lets so many batches through; each waits for its first unit. */
  void lets(int more) {
    batches.release(more);
  }

  /** From now on the disk is quick. */
  void isOver() {
    batches.release(EVERY);
  }

  @Override
  public void close() {
    isOver();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Batches queued) {
    try {
      do {
        batches.acquire();
      } while (queued.next());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
