package dev.startill.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How the merchant's own code is run, and for how long it is waited for. Threads share it, and many
 * call at once.
 */
@FunctionalInterface
public interface Patience {
  /** A merchant's code may do anything: throw, hang, or fail to load. */
  @FunctionalInterface
  interface Call {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Runs it, and returns once it has.
   *
   * @throws ExecutionException with what it threw
   * @throws TimeoutException if it did not return in time
   * @throws InterruptedException if whoever waits was interrupted
   */
  void await(Call call, Duration most)
      throws ExecutionException, TimeoutException, InterruptedException;

  /** On a virtual thread of its own, which is interrupted when its time is over. */
  static Patience onAThreadOfItsOwn() {
    return (call, most) -> {
      var task =
          new FutureTask<Void>(
              () -> {
                call.run();
                return null;
              });
      var thread = Thread.ofVirtual().name("startill-handler").start(task);
      try {
        task.get(most.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | InterruptedException e) {
        thread.interrupt();
        throw e;
      }
    };
  }
}
