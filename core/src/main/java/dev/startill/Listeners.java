package dev.startill;

import dev.startill.intake.Audience;
import dev.startill.port.Notice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the merchant's listeners what became durable, one after the other and in its order, beside
 * the payments: a listener that is slow or throws hurts nobody. Threads share it.
 */
final class Listeners implements Audience {
  private static final Logger log = LoggerFactory.getLogger(Startill.class);

  /** Some seconds of a busy shop's; a listener that is slower than that misses some. */
  static final int MOST_WAITING = 4096;

  private static final Duration GLANCE = Duration.ofMillis(200);

  private final List<Consumer<? super Notice>> all;
  private final BlockingQueue<Notice> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile boolean running;

  Listeners(List<Consumer<? super Notice>> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public boolean isThere() {
    return !all.isEmpty();
  }

  @Override
  public void hear(Notice notice) {
    if (isThere() && !waiting.offer(notice)) {
      log.warn("The listeners are too slow and will not hear of this: {}", inShort(notice));
    }
  }

  /** Tells what waits, on this thread. */
  void tellWaiting() {
    for (var notice = waiting.poll(); notice != null; notice = waiting.poll()) {
      tell(notice);
    }
  }

  /** Tells what comes, until the end. */
  void run() {
    running = true;
    try {
      while (!closed) {
        var notice = waiting.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        if (notice != null) {
          tell(notice);
        }
      }
      tellWaiting();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Lets those who listen hear what waits, for so long. Whether they did. */
  boolean close(Duration most) {
    closed = true;
    try {
      return !running || ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tell(Notice notice) {
    for (var listener : all) {
      try {
        listener.accept(notice);
      } catch (RuntimeException | Error e) {
        log.error("A listener failed when it heard of this: {}", inShort(notice), e);
      }
    }
  }

  /** Without what was sold: goods do not belong into a log. */
  private static String inShort(Notice notice) {
    return switch (notice) {
      case Notice.Paid paid -> "paid, order=" + paid.order().id();
      case Notice.Fulfilled fulfilled -> "fulfilled, order=" + fulfilled.order().id();
      case Notice.Refunded refunded -> "refunded, charge=" + refunded.charge().id();
      case Notice.Held held -> "held, charge=" + held.stray().charge().id();
      case Notice.CaseOpened opened -> "case opened, " + opened.reason();
    };
  }
}
