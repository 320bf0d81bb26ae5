package com.example.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.request.SendMessage;
import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.doctor.Expectation;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.port.Store;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.pengrad.PengradBot;
import java.time.Duration;
import java.time.InstantSource;

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

  private final TelegramBot client;
  private final Startill startill;
  private final Polling polling;

  ProPassBot(PengradBot bot, Store store, InstantSource clock) {
    client = bot.client();
    startill = Startill.over(store, bot.telegram()).selling(Catalog.of(PRO)).clock(clock).start();
    startill.doctor(Expectation.polling()).requireHealthy();
    polling = bot.poll(startill, this::answer);
  }

  /** Runs until it is ended. */
  public static void main(String[] args) {
    var api = System.getenv().getOrDefault("BOT_API", "https://api.telegram.org");
    var token = System.getenv("BOT_TOKEN");
    var bot = PengradBot.over(new TelegramBot.Builder(token).apiUrl(api + "/bot").build());
    var store = JdbcStore.open("jdbc:sqlite:pro.db", bot.id());
    var unused = new ProPassBot(bot, store, InstantSource.system());
  }

  /** Gets what is no payment. In groups a bot is silent. */
  private void answer(Update update) {
    var message = update.message();
    if (message == null || message.text() == null || message.chat().type() != Chat.Type.Private) {
      return;
    }
    var buyer = message.from().id();
    switch (message.text()) {
      case "/pro" -> startill.sell(PRO.id()).to(buyer).invoice();
      case "/forecast" -> say(message.chat().id(), forecast(buyer));
      case "/terms" -> say(message.chat().id(), "30 days from the payment on. No renewal.");
      case "/paysupport" -> say(message.chat().id(), "Write to shop@example.com.");
      default -> say(message.chat().id(), "/forecast is for those who have Pro: /pro");
    }
  }

  private String forecast(long buyer) {
    return startill.entitlements().has(buyer, "pro")
        ? "Sun until noon, then rain."
        : "The forecast is for Pro. 30 days of it: /pro";
  }

  private void say(long chat, String text) {
    client.execute(new SendMessage(chat, text));
  }

  @Override
  public void close() {
    polling.close();
    startill.close();
  }
}
