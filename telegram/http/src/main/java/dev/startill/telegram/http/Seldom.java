package dev.startill.telegram.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Says of what goes wrong again and again that it does, now and then: a flood must not fill the
 * disk with words. Threads share it.
 */
public final class Seldom {
  private final long pause;
  private final AtomicLong unsaid = new AtomicLong();
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /** At most once in such a time. */
  public Seldom(Duration pause) {
    this.pause = pause.toNanos();
  }

  /**
   * It went wrong once more.
   *
   * @param words says so; gets how often it did since it was last said, 1 for the first
   */
  public void say(LongConsumer words) {
    var times = unsaid.incrementAndGet();
    var due = next.get();
    var now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + pause)) {
      unsaid.addAndGet(-times);
      words.accept(times);
    }
  }
}
