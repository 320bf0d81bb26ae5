package dev.startill.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Runs batches on one platform thread: a virtual one would be pinned by the driver's native calls
 * before JDK 24.
 */
final class WriterThread implements Batcher {
  private @Nullable Thread thread;

  @Override
  public void drive(Batches batches) {
    thread = Thread.ofPlatform().name("startill-writer").daemon(true).start(() -> run(batches));
  }

  @Override
  public void close() {
    if (thread == null) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Batches batches) {
    try {
      while (batches.next()) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
