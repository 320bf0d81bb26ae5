package dev.startill.spring;

import dev.startill.port.Checkup.Route;
import dev.startill.port.Reply;
import dev.startill.telegram.http.BotApi;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Telegram where to bring updates, once the web server listens: again and again until
 * Telegram has heard it. Only a start is ended by Telegram's no. The webhook stays when the
 * application ends, for another node or for the next start. Of its address only the host is told.
 * Threads share it.
 */
final class WebhookLifecycle implements UpdatesLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WebhookLifecycle.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final BotApi api;
  private final WebhookPlace place;
  private final Duration pause;
  private final ReentrantLock telling = new ReentrantLock();
  private volatile Optional<String> trouble = Optional.of("Telegram was not told of it yet.");
  private @Nullable CountDownLatch stop;

  WebhookLifecycle(BotApi api, WebhookPlace place) {
    this(api, place, PAUSE);
  }

  /**
   * The same.
   *
   * @param pause between two tries
   */
  WebhookLifecycle(BotApi api, WebhookPlace place, Duration pause) {
    this.api = api;
    this.place = place;
    this.pause = pause;
  }

  @Override
  public synchronized void start() {
    var reply = new Inquiry<>(this::tell).answer();
    if (reply.isPresent() && reply.get() instanceof Reply.Refused refused) {
      throw new MisconfiguredException(
          "Telegram brings no updates to %s: %s".formatted(host(), words(refused)),
          "Set startill.telegram.webhook.url to an address that Telegram can reach.");
    }
    var ending = new CountDownLatch(1);
    stop = ending;
    if (trouble.isPresent()) {
      Thread.ofVirtual().name("startill-webhook").start(() -> insist(ending));
    }
  }

  @Override
  public synchronized void stop() {
    if (stop != null) {
      stop.countDown();
      stop = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return stop != null;
  }

  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  private void insist(CountDownLatch ending) {
    try {
      while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        if (tell() instanceof Reply.Done) {
          log.info("Telegram brings updates to {} from now on.", host());
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call at a time: the start may have left one behind that nobody waits for any more. */
  private Reply tell() {
    telling.lock();
    try {
      var reply = api.setWebhook(place.url(), place.secret());
      if (reply instanceof Reply.Done) {
        trouble = Optional.empty();
      } else {
        fail("Telegram brings no updates to %s: %s".formatted(host(), words(reply)));
      }
      return reply;
    } finally {
      telling.unlock();
    }
  }

  /** Said once, not at every try. */
  private void fail(String why) {
    if (!trouble.equals(Optional.of(why))) {
      log.warn("{}", why);
    }
    trouble = Optional.of(why);
  }

  private String host() {
    return Route.hostOf(place.url().toString());
  }

  private static String words(Reply reply) {
    return switch (reply) {
      case Reply.Done done -> "done.";
      case Reply.Refused refused -> "%d %s.".formatted(refused.code(), refused.description());
      case Reply.Unreachable unreachable -> unreachable.description() + ".";
      case Reply.Later later -> "it asks to wait.";
      case Reply.Unsent unsent -> unsent.why();
      case Reply.Unknown unknown -> unknown.why();
    };
  }
}
