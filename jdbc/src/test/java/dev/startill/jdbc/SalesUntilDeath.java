package dev.startill.jdbc;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A process that sells with many threads and prints each charge that the store acknowledged. */
final class SalesUntilDeath {
  private static final int THREADS = 16;

  private SalesUntilDeath() {}

  @SuppressWarnings("SystemOut") // its parent reads it
  public static void main(String[] arguments) {
    var buyers = new AtomicLong();
    try (var store = new SqliteFile(Path.of(arguments[0])).open()) {
      for (var i = 0; i < THREADS; i++) {
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (true) {
                    var order = Sales.paid(buyers.incrementAndGet());
                    Sales.commit(store, order);
                    System.out.println(order.charge().id() + ".");
                  }
                });
      }
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
