package dev.startill.server.web;

import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node reaches its store: asks it a small question, beside whatever writes. However
 * many want to know, one question is under way at a time, and an answer counts for a second.
 * Threads share it.
 */
public final class Pulse {
  /** How long an answer counts: whoever asks more often than this costs the store nothing. */
  static final Duration FRESH = Duration.ofSeconds(1);

  /** How long an answer may take: less than a load balancer has patience for. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final String FAILED =
      "This node cannot reach its store, or may not read it. Its log tells more.";
  private static final String SILENT = "The store has not answered this node for two seconds.";

  private final Runnable question;
  private final LongSupplier watch;
  private @Nullable Asked last;

  /**
   * Of a store.
   *
   * @param question reads something small from it, and throws if it cannot
   * @param watch nanoseconds since any moment
   */
  public Pulse(Runnable question, LongSupplier watch) {
    this.question = question;
    this.watch = watch;
  }

  /** Why this node does not reach its store; nothing if it does. Answers within the limit. */
  public Optional<String> trouble() {
    var asked = ask();
    try {
      return asked.answer.get(LIMIT.toNanos() - age(asked), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.of(SILENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(SILENT);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The question that is under way or was answered just now; else a new one. */
  private synchronized Asked ask() {
    var before = last;
    if (before != null && (!before.answer.isDone() || age(before) < FRESH.toNanos())) {
      return before;
    }
    var now = new Asked(watch.getAsLong(), new CompletableFuture<>());
    last = now;
    Thread.ofVirtual().name("startill-pulse").start(() -> now.answer.complete(answer()));
    return now;
  }

  private Optional<String> answer() {
    try {
      question.run();
      return Optional.empty();
    } catch (StoreException e) {
      LOG.warn("The store did not say how it is: {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("Nobody could ask the store how it is", e);
    }
    return Optional.of(FAILED);
  }

  private long age(Asked asked) {
    return watch.getAsLong() - asked.at;
  }

  /** A question to the store, and what came of it. */
  private record Asked(long at, CompletableFuture<Optional<String>> answer) {}
}
