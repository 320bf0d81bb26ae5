package dev.startill.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a bound. */
final class Until {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Until() {}

  static void holds(String what, BooleanSupplier condition) {
    holds(what, BOUND, condition);
  }

  static void holds(String what, Duration bound, BooleanSupplier condition) {
    some(what, bound, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  static <T> T some(String what, Supplier<Optional<T>> look) {
    return some(what, BOUND, look);
  }

  private static <T> T some(String what, Duration bound, Supplier<Optional<T>> look) {
    var end = System.nanoTime() + bound.toNanos();
    while (true) {
      var found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + bound.toSeconds() + " s: " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      if (NEVER.await(10, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("unreachable");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
