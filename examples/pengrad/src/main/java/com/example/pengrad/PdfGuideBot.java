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

  private final TelegramBot client;
  private final Startill startill;
  private final Polling polling;

  PdfGuideBot(PengradBot bot, Store store) {
    client = bot.client();
    startill = Startill.over(store, bot.telegram()).selling(Catalog.of(GUIDE)).start();
    startill.doctor(Expectation.polling()).requireHealthy();
    polling = bot.poll(startill, this::answer);
  }

  /** Runs until it is ended. */
  public static void main(String[] args) {
    var api = System.getenv().getOrDefault("BOT_API", "https://api.telegram.org");
    var token = System.getenv("BOT_TOKEN");
    var bot = PengradBot.over(new TelegramBot.Builder(token).apiUrl(api + "/bot").build());
    var unused = new PdfGuideBot(bot, JdbcStore.open("jdbc:sqlite:guide.db", bot.id()));
  }

  /** Gets what is no payment. In groups a bot is silent. */
  private void answer(Update update) {
    var message = update.message();
    if (message == null || message.text() == null || message.chat().type() != Chat.Type.Private) {
      return;
    }
    switch (message.text()) {
      case "/buy" -> startill.sell(GUIDE.id()).to(message.from().id()).invoice();
      case "/terms" -> say(message.chat().id(), "The guide is yours to read, not to sell.");
      case "/paysupport" -> say(message.chat().id(), "Write to shop@example.com.");
      default -> say(message.chat().id(), "I sell one guide: /buy");
    }
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
