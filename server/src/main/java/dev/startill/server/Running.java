package dev.startill.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the process is told to end, and then ends what it runs. */
final class Running {
  private Running() {}

  /** Returns never: SIGTERM and Ctrl-C end the process, and {@code closing} is run first. */
  static void until(Runnable closing) {
    Runtime.getRuntime().addShutdownHook(new Thread(closing, "startill-end"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long this process lives, such as {@code 1.2 s}. */
  static String age() {
    var since = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    return "%.1f s".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
  }
}
