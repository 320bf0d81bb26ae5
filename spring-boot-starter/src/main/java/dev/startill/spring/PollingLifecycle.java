package dev.startill.spring;

import dev.startill.node.Turn;
import dev.startill.port.Checkup;
import dev.startill.port.TelegramException;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.Poller;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram for updates while the application runs; of several nodes one at a time does.
 * Threads share it.
 */
final class PollingLifecycle implements UpdatesLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PollingLifecycle.class);

  /** What is in hand is done in milliseconds, or not for long. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpBot bot;
  private final Reception reception;
  private final Duties duties;
  private @Nullable Running running;

  /** Either way of polling. */
  private interface Running {
    Optional<String> trouble();

    void close();
  }

  PollingLifecycle(HttpBot bot, Reception reception, Duties duties) {
    this.bot = bot;
    this.reception = reception;
    this.duties = duties;
  }

  @Override
  public synchronized void start() {
    refuseBesideAWebhook();
    running =
        duties
            .poller()
            .<Running>map(tenure -> inTurn(new Poller(tenure.start(), this::poll, PATIENCE)))
            .orElseGet(() -> always(poll(Turn.ALWAYS)));
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  @Override
  public synchronized Optional<String> trouble() {
    return running == null ? Optional.empty() : running.trouble();
  }

  private Polling poll(Turn turn) {
    return bot.poll(PollingSettings.defaults(), reception::receive, turn);
  }

  /** Telegram would refuse to be asked; whose webhook it is we cannot know. */
  private void refuseBesideAWebhook() {
    var host = webhook();
    if (!host.isEmpty()) {
      throw new MisconfiguredException(
          "startill.telegram.updates is polling, but Telegram brings this bot's updates to %s."
              .formatted(host),
          "Delete that webhook with deleteWebhook if nobody needs it. Else set"
              + " startill.telegram.updates to webhook, or to none.");
    }
  }

  private String webhook() {
    try {
      return new Inquiry<>(bot.api()::webhookInfo)
          .answer()
          .filter(Checkup.Route::isBrought)
          .map(Checkup.Route::host)
          .orElse("");
    } catch (TelegramException e) {
      log.warn("Nobody knows yet whether a webhook is set. {}", e.getMessage());
      return "";
    }
  }

  private static Running always(Polling polling) {
    return new Running() {
      @Override
      public Optional<String> trouble() {
        return polling.trouble();
      }

      @Override
      public void close() {
        if (!polling.close(PATIENCE)) {
          log.warn("Some updates were still in hand at the end; they will come again.");
        }
      }
    };
  }

  private Running inTurn(Poller poller) {
    poller.start();
    return new Running() {
      @Override
      public Optional<String> trouble() {
        return poller.trouble();
      }

      @Override
      public void close() {
        poller.close();
        duties.poller().ifPresent(tenure -> tenure.close());
      }
    };
  }
}
