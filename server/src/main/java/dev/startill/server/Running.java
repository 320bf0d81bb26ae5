package dev.startill.server;

import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the process is told to end, and then ends what it runs. */
final class Running {
  private static final long BEGUN = System.nanoTime();

  private Running() {}

  /** To be called first, for {@link #age} counts from here. */
  static void begin() {}

  /** Returns never: SIGTERM and Ctrl-C end the process, and {@code closing} is run first. */
  static void until(Runnable closing) {
    Runtime.getRuntime().addShutdownHook(new Thread(closing, "startill-end"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long this has been running, such as {@code 1.2 s}, without the JVM's own few ticks. */
  static String age() {
    return "%.1f s".formatted((System.nanoTime() - BEGUN) / 1e9);
  }
}
