package dev.startill.sandbox.delivery;

import dev.startill.sandbox.world.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A webhook at work: its connections, the lanes that run, and what went wrong. Thread-safe. */
final class Post implements AutoCloseable {
  /** A receiver that has answered 410 for so long is gone (WebhookActor.cpp). */
  private static final Duration GONE = Duration.ofHours(23);

  private static final int STATUS_GONE = 410;

  private final long bot;
  private final int window;
  private final Poster poster;
  private final Semaphore connections;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile Webhooks.@Nullable LastError lastError;
  private @Nullable Instant goneSince;

  Post(long bot, Webhook webhook, Duration patience) {
    this.bot = bot;
    this.window = 2 * webhook.maxConnections();
    this.poster = new Poster(webhook, patience);
    this.connections = new Semaphore(webhook.maxConnections());
  }

  long bot() {
    return bot;
  }

  /** How many of the oldest updates are looked at. */
  int window() {
    return window;
  }

  /** Whether this lane did not run until now. */
  boolean enter(String lane) {
    return running.add(lane);
  }

  void leave(String lane) {
    running.remove(lane);
  }

  Attempt send(byte[] text) throws InterruptedException {
    connections.acquire();
    try {
      var attempt = poster.post(text);
      if (attempt instanceof Attempt.Taken) {
        stayed();
      }
      return attempt;
    } finally {
      connections.release();
    }
  }

  synchronized void refused(Attempt.Refused refused, Instant now) {
    lastError =
        new Webhooks.LastError(
            now.getEpochSecond(),
            "Wrong response from the webhook: " + refused.status() + " " + refused.reason());
    if (refused.status() != STATUS_GONE) {
      goneSince = null;
    } else if (goneSince == null) {
      goneSince = now;
    }
  }

  void broken(Attempt.Broken broken, Instant now) {
    lastError = new Webhooks.LastError(now.getEpochSecond(), broken.why());
  }

  synchronized boolean isGoneFor(Instant now) {
    return goneSince != null && now.isAfter(goneSince.plus(GONE));
  }

  Optional<Webhooks.LastError> lastError() {
    return Optional.ofNullable(lastError);
  }

  @Override
  public void close() {
    poster.close();
  }

  private synchronized void stayed() {
    goneSince = null;
  }
}
