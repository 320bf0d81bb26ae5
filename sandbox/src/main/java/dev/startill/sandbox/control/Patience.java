package dev.startill.sandbox.control;

import dev.startill.sandbox.live.Bell;
import dev.startill.sandbox.wire.Answer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Waits with a list that is still empty: {@code ?wait=10} asks for up to ten seconds, in real time,
 * so that no test in any language has to sleep. Thread-safe.
 */
final class Patience {
  private static final long LONGEST_SECONDS = 60;

  private final Bell bell;

  Patience(Bell bell) {
    this.bell = bell;
  }

  /** The answer, or a later one if this one is an empty list and the request has patience. */
  Answer with(Request request, Supplier<Answer> look) {
    long seconds = request.query().number("wait", 0, 0, LONGEST_SECONDS);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      while (true) {
        long seen = bell.times();
        var answer = look.get();
        boolean empty = answer.body().length == 2 && answer.body()[0] == '[';
        if (seconds == 0 || !empty || !bell.awaitAfter(seen, end)) {
          return answer;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return look.get();
    }
  }
}
