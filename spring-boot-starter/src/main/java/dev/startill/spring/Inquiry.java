package dev.startill.spring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question to Telegram that the start of an application waits for, though not for long. It is
 * asked beside the start, from the moment that this is made. Threads share it.
 */
final class Inquiry<T> {
  private static final Logger log = LoggerFactory.getLogger(Inquiry.class);

  /** Longer than Telegram ever needs. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final FutureTask<T> question;

  /** Begins to ask; what it answers is not null. */
  Inquiry(Callable<T> question) {
    this.question = new FutureTask<>(question);
    Thread.ofVirtual().name("startill-inquiry").start(this.question);
  }

  /** The answer; nothing if it did not come in time. What asking threw is thrown here. */
  Optional<T> answer() {
    try {
      return Optional.of(question.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      log.warn("Telegram has been silent for {} s. Payments wait for it.", PATIENCE.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }
}
