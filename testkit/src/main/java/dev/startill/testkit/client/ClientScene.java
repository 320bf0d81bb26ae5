package dev.startill.testkit.client;

import dev.startill.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** Where the contract plays: a sandbox, and the clients and shops that talk to it. */
abstract class ClientScene {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  final Sandbox sandbox = Sandbox.start();
  private final Deque<Runnable> open = new ArrayDeque<>();

  abstract Client client(URI api, String token, Duration patience);

  @AfterEach
  void close() {
    open.forEach(Runnable::run);
    sandbox.close();
  }

  Client client() {
    return client(PATIENCE);
  }

  Client client(Duration patience) {
    var client = client(sandbox.url(), sandbox.token(), patience);
    open.addFirst(client::close);
    return client;
  }

  /** A shop over a client of its own. */
  Shop shop() {
    var shop = new Shop(client());
    open.addFirst(shop::close);
    return shop;
  }

  static void eventually(BooleanSupplier condition) {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not come true within twenty seconds.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
