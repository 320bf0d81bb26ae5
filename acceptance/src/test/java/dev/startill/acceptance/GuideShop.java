package dev.startill.acceptance;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.port.Store;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.net.URI;
import java.time.InstantSource;

/** A bot that can be tested: address, token, store and time come from outside. */
final class GuideShop implements AutoCloseable {
  static final Product GUIDE =
      new Product(
          new ProductId("guide"),
          "Guide",
          "All of it.",
          new Stars(50),
          new Delivery.Text("Here it is: https://shop.example/guide.pdf (order {order})"));

  private final HttpBot bot;
  private final Startill startill;
  private final Polling polling;

  GuideShop(URI telegram, String token, Store store, InstantSource clock) {
    bot = HttpBot.at(telegram, BotToken.of(token), HttpSettings.defaults());
    startill = Startill.over(store, bot.telegram()).selling(Catalog.of(GUIDE)).clock(clock).start();
    polling = bot.poll(PollingSettings.defaults(), this::take);
  }

  Startill startill() {
    return startill;
  }

  private void take(Incoming incoming) {
    if (incoming instanceof Incoming.Understood update
        && !startill.handle(update.update())
        && update.word() instanceof Incoming.Said said
        && said.text().equals("/buy")) {
      startill.sell(GUIDE.id()).to(said.from()).invoice();
    }
  }

  @Override
  public void close() {
    polling.close();
    startill.close();
    bot.close();
  }
}
