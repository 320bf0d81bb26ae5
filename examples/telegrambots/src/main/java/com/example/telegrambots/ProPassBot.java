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
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sells 30 days of Pro for 100 Stars: {@code /forecast} answers those who have them. Nobody keeps a
 * date anywhere: who is Pro is asked of the orders, so a second pass adds its days, and a refund
 * ends it.
 */
public final class ProPassBot implements AutoCloseable {
  private static final Product PRO =
      new Product(
              new ProductId("pro"),
              "Pro for 30 days",
              "The forecast for tomorrow, for 30 days.",
              new Stars(100),
              new Delivery.Text("Welcome to Pro. Ask for your /forecast."))
          .lasting(Duration.ofDays(30));

  private static final Logger log = LoggerFactory.getLogger(ProPassBot.class);

  private final TelegramClient client;
  private final Startill startill;
  private final Polling polling;

  ProPassBot(TelegramBotsBot bot, TelegramClient client, Store store, InstantSource clock) {
    this.client = client;
    startill = Startill.over(store, bot.telegram()).selling(Catalog.of(PRO)).clock(clock).start();
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
    var store = JdbcStore.open("jdbc:sqlite:pro.db", bot.id());
    var unused = new ProPassBot(bot, client, store, InstantSource.system());
  }

  /** Gets what is no payment. In groups a bot is silent. */
  private void answer(Update update) {
    var message = update.getMessage();
    if (message == null || !message.hasText() || !message.isUserMessage()) {
      return;
    }
    var buyer = message.getFrom().getId();
    switch (message.getText()) {
      case "/pro" -> startill.sell(PRO.id()).to(buyer).invoice();
      case "/forecast" -> say(message.getChatId(), forecast(buyer));
      case "/terms" -> say(message.getChatId(), "30 days from the payment on. No renewal.");
      case "/paysupport" -> say(message.getChatId(), "Write to shop@example.com.");
      default -> say(message.getChatId(), "/forecast is for those who have Pro: /pro");
    }
  }

  private String forecast(long buyer) {
    return startill.entitlements().has(buyer, "pro")
        ? "Sun until noon, then rain."
        : "The forecast is for Pro. 30 days of it: /pro";
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
