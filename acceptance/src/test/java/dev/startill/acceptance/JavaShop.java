package dev.startill.acceptance;

import dev.startill.Desk;
import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.port.Books;
import dev.startill.port.Fulfilment;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A merchant's own bot in Java, with the library in it and a handler: in the process of the test.
 */
final class JavaShop implements AutoCloseable {
  /** Handed over by the merchant's handler. */
  static final String COURSE = "course";

  /** A text. */
  static final String GUIDE = "guide";

  /** A text that is longer than Telegram takes, once the order's id is in it. */
  static final String NOVEL = "novel";

  private static final Catalog CATALOG =
      Catalog.of(
          product(COURSE, new Delivery.Handler("course")),
          product(GUIDE, new Delivery.Text("Your guide of order {order}")),
          product(NOVEL, new Delivery.Text("x".repeat(4_090) + "{order}")));

  private final Database database;
  private final HttpBot bot;
  private final JdbcStore store;
  private final Startill startill;
  private final Polling polling;

  JavaShop(Path folder, Box box, Settings settings, Fulfilment handler) {
    var token = BotToken.of(Box.TOKEN);
    this.database = Database.in(folder.resolve("startill.db"));
    this.bot = HttpBot.at(box.url(), token, HttpSettings.defaults().withLimits(0, 0));
    this.store = JdbcStore.open(database.url(), token.id());
    this.startill =
        Startill.over(store, bot.telegram())
            .selling(CATALOG)
            .fulfilling(handler)
            .settings(settings)
            .start();
    this.polling =
        bot.poll(PollingSettings.defaults().withTimeout(Duration.ofSeconds(1)), this::take);
    box.awaitBot();
  }

  Desk desk() {
    return startill.desk();
  }

  Startill startill() {
    return startill;
  }

  Books books() {
    return store.books();
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    polling.close();
    startill.close();
    store.close();
    bot.close();
  }

  private void take(Incoming incoming) {
    if (incoming instanceof Incoming.Understood understood
        && !startill.handle(understood.update())
        && understood.word() instanceof Incoming.Said said) {
      said.command()
          .flatMap(command -> CATALOG.find(new ProductId(command.name())))
          .ifPresent(product -> startill.sell(product.id()).to(said.from()).invoice());
    }
  }

  private static Product product(String id, Delivery delivery) {
    return new Product(new ProductId(id), "The " + id, "All of it.", new Stars(10), delivery);
  }
}
