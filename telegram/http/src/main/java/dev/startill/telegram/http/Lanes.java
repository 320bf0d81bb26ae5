package dev.startill.telegram.http;

import dev.startill.intake.Update;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has updates handled: those of one chat one after the other, those of different chats at once, a
 * checkout at once whatever else is going on. What a handler throws on comes again after a pause
 * that grows, and holds up its own chat only; what it always throws on is given up in the end, save
 * where the store is what fails. Meanwhile Telegram is asked on, for the checkouts. Bounded by what
 * Telegram shows, which is never more than a hundred. Threads share it.
 */
final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Polling.class);

  /** A store that is full or away is met by every update again and again. */
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

  private final Seldom refused = new Seldom(NOW_AND_THEN);
  private final PollingSettings settings;
  private final LongConsumer finished;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, ArrayDeque<Taken>> lanes = new HashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("startill-update-", 0).factory());

  private record Taken(long id, Incoming incoming, Runnable handling) {
    /** What people call it. */
    long number() {
      return incoming.number().orElse(id);
    }
  }

  /**
   * Without anything in them.
   *
   * @param finished told the number of each update that is done with
   */
  Lanes(PollingSettings settings, LongConsumer finished) {
    this.settings = settings;
    this.finished = finished;
  }

  void accept(long id, Incoming incoming, Runnable handling) {
    var taken = new Taken(id, incoming, handling);
    var lane = laneOf(incoming);
    if (lane.isEmpty()) {
      threads.execute(() -> handle(taken));
    } else if (enqueue(lane.getAsLong(), taken)) {
      threads.execute(() -> drain(lane.getAsLong()));
    }
  }

  /** Interrupts what is being handled. */
  void stop() {
    threads.shutdownNow();
  }

  /** True if the lane was empty, so that somebody must begin to drain it. */
  private boolean enqueue(long lane, Taken taken) {
    lock.lock();
    try {
      var queue = lanes.get(lane);
      if (queue != null) {
        queue.add(taken);
        return false;
      }
      lanes.put(lane, new ArrayDeque<>(List.of(taken)));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void drain(long lane) {
    for (var next = first(lane); next != null && handle(next); next = after(lane)) {
      // Each is handled before the next one is looked at.
    }
  }

  private @Nullable Taken first(long lane) {
    lock.lock();
    try {
      var queue = lanes.get(lane);
      return queue == null ? null : queue.peek();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Taken after(long lane) {
    lock.lock();
    try {
      var queue = lanes.get(lane);
      if (queue == null) {
        return null;
      }
      queue.poll();
      if (queue.isEmpty()) {
        lanes.remove(lane);
      }
      return queue.peek();
    } finally {
      lock.unlock();
    }
  }

  /** False if it was interrupted: then the update stays unfinished, and comes again some day. */
  private boolean handle(Taken taken) {
    var defects = 0;
    for (var failures = 1; ; failures++) {
      try {
        taken.handling().run();
        finished.accept(taken.id());
        return true;
      } catch (RuntimeException | Error e) {
        if (Thread.currentThread().isInterrupted()) {
          return false;
        }
        defects += e instanceof StoreException ? 0 : 1;
        if (isGivenUp(taken, e, defects)) {
          finished.accept(taken.id());
          return true;
        }
        if (!pause(taken, e, failures)) {
          return false;
        }
      }
    }
  }

  private boolean pause(Taken taken, Throwable e, int failures) {
    var pause = settings.pauseAfter(failures);
    if (e instanceof StoreException) {
      refused.say(
          times ->
              log.warn(
                  "The store takes no updates in ({} times by now), which is tried again: {}",
                  times,
                  e.getMessage()));
    } else {
      log.warn(
          "Update {} could not be taken in, which is tried again in {} ms: {}",
          taken.number(),
          pause.toMillis(),
          e.toString());
    }
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isGivenUp(Taken taken, Throwable e, int defects) {
    if (taken.incoming().isCheckout()) {
      log.error("Checkout {} failed; Telegram waits no longer.", taken.number(), e);
      return true;
    }
    if (e instanceof StoreException
        || defects
            < (taken.incoming().isMoney() ? settings.moneyAttempts() : settings.attempts())) {
      return false;
    }
    log.error(
        "Update {} is given up after {} attempts. {}",
        taken.number(),
        defects,
        taken.incoming().loss(),
        e);
    return true;
  }

  private static OptionalLong laneOf(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Unreadable unreadable -> OptionalLong.empty();
      case Incoming.Understood understood ->
          switch (understood.update()) {
            case Update.Checkout checkout -> OptionalLong.empty();
            case Update.Payment payment -> OptionalLong.of(payment.buyer().value());
            case Update.Refunded refunded -> OptionalLong.of(refunded.buyer().value());
            case Update.Spoke spoke -> OptionalLong.of(spoke.buyer().value());
            case Update.Other other -> laneOf(understood.word());
          };
    };
  }

  private static OptionalLong laneOf(Incoming.Word word) {
    return switch (word) {
      case Incoming.Silence silence -> OptionalLong.empty();
      case Incoming.Said said -> OptionalLong.of(said.chat());
      case Incoming.Pressed pressed -> OptionalLong.of(pressed.from().value());
    };
  }
}
