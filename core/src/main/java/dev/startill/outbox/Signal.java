package dev.startill.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the dispatcher; many wake-ups before it looks are one. Threads share it. */
public final class Signal implements Runnable {
  private final Semaphore woken = new Semaphore(0);

  @Override
  public void run() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  /** Returns when woken, or after this long. */
  public void await(Duration most) {
    try {
      if (woken.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
