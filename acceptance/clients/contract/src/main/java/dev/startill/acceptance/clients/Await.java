package dev.startill.acceptance.clients;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something to become so, with a bound. */
final class Await {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Await() {}

  /** Asks again and again until there is an answer. */
  static <T> T until(String what, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + BOUND.toNanos();
    while (true) {
      var answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("within " + BOUND.toSeconds() + " s there was no " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
