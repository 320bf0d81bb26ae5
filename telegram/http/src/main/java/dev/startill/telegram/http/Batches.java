package dev.startill.telegram.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Takes in what a bot library has asked Telegram for, a batch at a time, and returns when all of it
 * is done: not before may the library acknowledge it. Updates of different chats are handled at
 * once, those of one chat in their order; what is thrown on comes again as {@link UpdateHandler}
 * says. The library asks for nothing meanwhile: a checkout that is not in the batch waits for the
 * slowest handler in it. For one caller at a time; close it from any thread.
 *
 * @param <U> the library's update
 */
public final class Batches<U> implements AutoCloseable {
  /**
   * Whatever is sold waits for what fails, so it fails soon: an update of the bot's own after three
   * attempts and a third of a second. A store that is away is asked again at least every second.
   */
  private static final PollingSettings SOON =
      new PollingSettings(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          3,
          5);

  private final Function<U, Incoming> reading;
  private final BiConsumer<Incoming, U> handler;
  private volatile Batch current = new Batch(0);
  private volatile boolean closed;

  /**
   * For a library.
   *
   * @param reading what an update means; it does not throw
   * @param handler takes one in with what it means, on a virtual thread
   */
  public Batches(Function<U, Incoming> reading, BiConsumer<Incoming, U> handler) {
    this.reading = reading;
    this.handler = handler;
  }

  /**
   * Takes in a batch.
   *
   * @return how many updates, from the first one on, are done: all of them, unless it was closed or
   *     the thread was interrupted meanwhile. Acknowledge no others.
   */
  public int takeIn(List<U> updates) {
    var batch = new Batch(updates.size());
    var lanes = new Lanes(SOON, batch::finish);
    current = batch;
    try {
      if (!closed) {
        for (var i = 0; i < updates.size(); i++) {
          var update = updates.get(i);
          var incoming = reading.apply(update);
          lanes.accept(i, incoming, () -> handler.accept(incoming, update));
        }
        batch.over.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lanes.stop();
    }
    return batch.done();
  }

  /** Waits for nothing more: what is not done stays unacknowledged, and so comes again. */
  @Override
  public void close() {
    closed = true;
    current.end();
  }

  /** Which of them are done. */
  private static final class Batch {
    final CountDownLatch over;
    private final boolean[] finished;
    private int left;

    Batch(int size) {
      this.finished = new boolean[size];
      this.left = size;
      this.over = new CountDownLatch(size == 0 ? 0 : 1);
    }

    synchronized void finish(long which) {
      finished[(int) which] = true;
      left--;
      if (left == 0) {
        over.countDown();
      }
    }

    void end() {
      over.countDown();
    }

    synchronized int done() {
      var first = 0;
      while (first < finished.length && finished[first]) {
        first++;
      }
      return first;
    }
  }
}
