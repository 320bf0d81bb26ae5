package dev.startill.sandbox.testing;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.world.Happening;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A payment that goes on by itself, once it has begun. */
final class Begun implements Watcher {
  private final long user;
  private final CompletableFuture<Boolean> begun = new CompletableFuture<>();

  private Begun(long user) {
    this.user = user;
  }

  /** Starts what pays and returns when this user's payment has begun, or could not. */
  static CompletableFuture<Payment> payment(LiveWorld live, long user, Supplier<Payment> paying) {
    var watcher = new Begun(user);
    live.watch(watcher);
    var end = CompletableFuture.supplyAsync(paying, Thread.ofVirtual().name("buyer-pays")::start);
    var unused = end.whenComplete((payment, failure) -> watcher.begun.complete(false));
    boolean began = watcher.begun.join();
    assert began || end.isDone();
    live.unwatch(watcher);
    return end;
  }

  @Override
  public void happened(Happening happening) {
    if (happening instanceof Happening.PaymentMoved moved && moved.user() == user) {
      begun.complete(true);
    }
  }
}
