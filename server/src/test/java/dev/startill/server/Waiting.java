package dev.startill.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a bound. */
final class Waiting {
  private static final Duration BOUND = Duration.ofSeconds(30);

  private Waiting() {}

  static void until(BooleanSupplier holds) {
    var end = System.nanoTime() + BOUND.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Not within " + BOUND);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      var unused = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
