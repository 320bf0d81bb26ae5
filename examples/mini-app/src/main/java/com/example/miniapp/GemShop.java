package com.example.miniapp;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.MenuButtonWebApp;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.WebAppInfo;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SetChatMenuButton;
import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.doctor.Expectation;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.port.Notice;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.pengrad.PengradBot;
import java.net.URI;
import java.time.InstantSource;

/**
 * A game's shop. Its page asks for an invoice link, Telegram takes the Stars, and the gems are
 * written in the transaction that marks the order as fulfilled. What the page says is believed of
 * nothing but who its buyer is, and that is signed.
 */
public final class GemShop implements AutoCloseable {
  private static final Product HANDFUL = gems("gems-100", "A handful of gems", 50);
  private static final Product CHEST = gems("gems-500", "A chest of gems", 200);

  private final TelegramBot client;
  private final Gems gems;
  private final Startill startill;
  private final Polling polling;
  private final Page page;

  GemShop(PengradBot bot, JdbcStore store, Gems gems, InstantSource clock, int port) {
    this.client = bot.client();
    this.gems = gems;
    startill =
        Startill.over(store, bot.telegram())
            .selling(Catalog.of(HANDFUL, CHEST))
            .fulfilling(store.joined(gems))
            .onFulfilled(this::tell)
            .clock(clock)
            .start();
    startill.doctor(Expectation.polling()).requireHealthy();
    polling = bot.poll(startill, this::answer);
    page = new Page(startill, gems, new InitData(client.getToken(), clock), port);
  }

  /** Runs until it is ended. */
  public static void main(String[] args) {
    var env = System.getenv();
    var client =
        new TelegramBot.Builder(env.get("BOT_TOKEN"))
            .apiUrl(env.getOrDefault("BOT_API", "https://api.telegram.org") + "/bot")
            .build();
    var bot = PengradBot.over(client);
    var url = "jdbc:sqlite:gems.db";
    var store = JdbcStore.open(url, bot.id());
    var shop = new GemShop(bot, store, Gems.in(url), InstantSource.system(), 8090);
    shop.isBehindTheMenuButton(URI.create(env.getOrDefault("SHOP_URL", "http://127.0.0.1:8090")));
  }

  private static Product gems(String id, String title, int stars) {
    return new Product(
        new ProductId(id),
        title,
        "Gems for your game.",
        new Stars(stars),
        new Delivery.Handler("gems"));
  }

  /**
   * The button beside the text field opens the page from here. Telegram itself takes https only.
   */
  void isBehindTheMenuButton(URI url) {
    var button = new MenuButtonWebApp("Gems", new WebAppInfo(url.toString()));
    var answer = client.execute(new SetChatMenuButton().menuButton(button));
    if (!answer.isOk()) {
      throw new IllegalStateException("The menu button was refused: " + answer.description());
    }
  }

  /** A courtesy, which nothing depends on: the gems are there already. */
  private void tell(Notice.Fulfilled fulfilled) {
    var buyer = fulfilled.order().charge().buyer().value();
    client.execute(new SendMessage(buyer, "You have %d gems.".formatted(gems.of(buyer))));
  }

  /** Gets what is no payment. In groups a bot is silent. */
  private void answer(Update update) {
    var message = update.message();
    if (message == null || message.text() == null || message.chat().type() != Chat.Type.Private) {
      return;
    }
    var answer =
        switch (message.text()) {
          case "/terms" -> "Gems are for the game alone.";
          case "/paysupport" -> "Write to shop@example.com.";
          default -> "The shop is behind the button beside the text field.";
        };
    long chat = message.chat().id();
    client.execute(new SendMessage(chat, answer));
  }

  Startill startill() {
    return startill;
  }

  int port() {
    return page.port();
  }

  @Override
  public void close() {
    page.close();
    polling.close();
    startill.close();
  }
}
