package com.example.telegrambots;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.doctor.Expectation;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.port.Store;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.telegrambots.TelegramBotsBot;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sells a PDF for 50 Stars: {@code /buy} brings the invoice, and whoever pays it gets the file. End
 * it whenever you like: what was paid is handed over after the next start.
 */
public final class PdfGuideBot implements AutoCloseable {
  private static final Product GUIDE =
      new Product(
          new ProductId("guide"),
          "Premium PDF Guide",
          "A complete PDF guide on integrating payment APIs into bots.",
          new Stars(50),
          new Delivery.File("guide.pdf"));

  private static final Logger log = LoggerFactory.getLogger(PdfGuideBot.class);

  private final TelegramClient client;
  private final Startill startill;
  private final Polling polling;

  PdfGuideBot(TelegramBotsBot bot, TelegramClient client, Store store) {
    this.client = client;
    startill = Startill.over(store, bot.telegram()).selling(Catalog.of(GUIDE)).start();
    startill.doctor(Expectation.polling()).requireHealthy();
    polling = bot.poll(startill, this::answer);
  }

  /** Runs until it is ended. */
  public static void main(String[] args) {
    var url = Address.of(System.getenv().getOrDefault("BOT_API", "https://api.telegram.org"));
    var token = System.getenv("BOT_TOKEN");
    var okHttp = new OkHttpClient();
    var bot = TelegramBotsBot.over(okHttp, url, token, HttpSettings.defaults());
    var client = new OkHttpTelegramClient(okHttp, token, url);
    var unused = new PdfGuideBot(bot, client, JdbcStore.open("jdbc:sqlite:guide.db", bot.id()));
  }

  /** Gets what is no payment. In groups a bot is silent. */
  private void answer(Update update) {
    var message = update.getMessage();
    if (message == null || !message.hasText() || !message.isUserMessage()) {
      return;
    }
    switch (message.getText()) {
      case "/buy" -> startill.sell(GUIDE.id()).to(message.getFrom().getId()).invoice();
      case "/terms" -> say(message.getChatId(), "The guide is yours to read, not to sell.");
      case "/paysupport" -> say(message.getChatId(), "Write to shop@example.com.");
      default -> say(message.getChatId(), "I sell one guide: /buy");
    }
  }

  /** Who blocked the bot hears nothing, and nothing is tried again for that. */
  private void say(long chat, String text) {
    try {
      client.execute(new SendMessage(Long.toString(chat), text));
    } catch (TelegramApiException e) {
      log.info("An answer did not reach {}: {}", chat, e.getMessage());
    }
  }

  @Override
  public void close() {
    polling.close();
    startill.close();
  }
}
