package dev.startill.telegram.telegrambots;

import dev.startill.Startill;
import dev.startill.party.BuyerId;
import dev.startill.port.Telegram;
import dev.startill.testkit.client.Client;
import java.net.URI;
import java.util.function.Consumer;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * A bot as the contract drives it.
 *
 * @param bot which
 * @param own where the library's own poller asks for updates
 */
record OverTelegramBots(TelegramBotsBot bot, Own own) implements Client {
  /**
   * The library's own poller.
   *
   * @param used whether it asks for updates
   * @param api where
   * @param token as whom
   */
  record Own(boolean used, URI api, String token) {
    TelegramUrl url() {
      return new TelegramUrl(api.getScheme(), api.getHost(), api.getPort(), false);
    }
  }

  @Override
  public Telegram telegram() {
    return bot.telegram();
  }

  @Override
  public Receiving receive(Startill payments, Consumer<Said> others) {
    Consumer<Update> told = update -> tell(update, others);
    return own.used() ? byItsOwnPoller(payments, told) : bot.poll(payments, told)::close;
  }

  @Override
  public void close() {
    bot.close();
  }

  private Receiving byItsOwnPoller(Startill payments, Consumer<Update> told) {
    var application = new TelegramBotsLongPollingApplication();
    try {
      application.registerBot(
          own.token(),
          own::url,
          new DefaultGetUpdatesGenerator(),
          new CommittingConsumer(bot, payments, told));
    } catch (TelegramApiException e) {
      throw new IllegalStateException(e);
    }
    return () -> {
      try {
        application.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static void tell(Update update, Consumer<Said> others) {
    if (update.hasMessage() && update.getMessage().hasText()) {
      var message = update.getMessage();
      others.accept(new Said(new BuyerId(message.getFrom().getId()), message.getText()));
    }
  }
}
