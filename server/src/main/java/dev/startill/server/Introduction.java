package dev.startill.server;

import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import dev.startill.server.web.Health;
import dev.startill.telegram.http.BotApi;
import dev.startill.telegram.http.BotApi.MenuEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says hello to Telegram, again and again until it answers: who the bot is, which commands it has,
 * and how updates come. A server that restarts while Telegram is away comes up all the same. For
 * one thread.
 */
final class Introduction {
  private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** Half a minute: a token that was mended is noticed while one still waits. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final BotApi api;
  private final Health health;
  private final CountDownLatch stop;

  Introduction(BotApi api, Health health, CountDownLatch stop) {
    this.api = api;
    this.health = health;
    this.stop = stop;
  }

  /**
   * Introduces the bot; returns early if the server stops.
   *
   * @param known learns the bot's username
   * @param menu the commands to register
   * @param route says how updates come
   * @return whether updates come now
   */
  boolean introduce(Consumer<String> known, List<MenuEntry> menu, Supplier<Reply> route) {
    var isKnown = insist("getMe", () -> getMe(known));
    if (isKnown && !(api.setMyCommands(menu) instanceof Reply.Done)) {
      LOG.warn("Telegram did not take the list of commands: its menu may show an old one.");
    }
    return isKnown && insist("the way of updates", route);
  }

  private Reply getMe(Consumer<String> known) {
    try {
      var me = api.getMe();
      known.accept(me.username().orElse(""));
      return new Reply.Done();
    } catch (TelegramException e) {
      return e.reply();
    }
  }

  private boolean insist(String what, Supplier<Reply> call) {
    var pause = FIRST_PAUSE;
    while (true) {
      var reply = call.get();
      if (reply instanceof Reply.Done) {
        return true;
      }
      var reason = wordsOf(reply);
      health.isBad("Telegram did not answer %s: %s".formatted(what, reason));
      LOG.error("Telegram did not answer {}: {} Trying again in {}.", what, reason, pause);
      if (isStopped(reply instanceof Reply.Later later ? later.retryAfter() : pause)) {
        return false;
      }
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  private boolean isStopped(Duration pause) {
    try {
      return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String wordsOf(Reply reply) {
    return switch (reply) {
      case Reply.Done done -> "";
      case Reply.Later later -> "it asks for patience.";
      case Reply.Unreachable unreachable -> unreachable.description() + ".";
      case Reply.Refused refused -> refused(refused);
      case Reply.Unsent unsent -> unsent.why() + " Is telegram.api-url right?";
      case Reply.Unknown unknown -> unknown.why();
    };
  }

  private static String refused(Reply.Refused refused) {
    var said = "%d %s.".formatted(refused.code(), refused.description());
    var isToken = refused.code() == 401 || refused.code() == 404;
    return isToken ? said + " The token is wrong or revoked: ask @BotFather for it again." : said;
  }
}
