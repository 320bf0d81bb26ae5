package dev.startill.server.web;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.StoreException;
import dev.startill.server.config.Rates;
import dev.startill.server.config.Role;
import dev.startill.server.pages.MoneyPages;
import dev.startill.server.pages.Pages;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.WebhookSecret;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A shop in memory, its pages on a free port, and an operator with the key. For one thread. */
final class Kiosk implements AutoCloseable {
  static final String NASTY = "<img src=x onerror=alert(1)>'\"";
  static final BuyerId ANNA = new BuyerId(1001);

  final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
  final InMemoryStore store = new InMemoryStore(clock, Settings.defaults(), new Random(7));
  final Health health =
      new Health(
          () -> new JdbcStore.Stats(10, 2),
          new Pulse(this::reach, System::nanoTime),
          () ->
              new Health.Node(
                  new NodeId("one"),
                  Role.ALL,
                  List.of(
                      new Lease(
                          Lease.Duty.POLLER,
                          new NodeId("other"),
                          7,
                          Instant.parse("2026-11-22T12:00:06Z")))));
  final List<Incoming> received = new CopyOnWriteArrayList<>();
  final Agreeable telegram = new Agreeable();
  final Startill startill;
  final OperatorKey key;
  final Web web;
  Consumer<Incoming> receiver = received::add;
  Optional<Answer> reply = Optional.empty();
  volatile boolean isCutOff;

  Kiosk(Path folder) {
    var product =
        new Product(
            new ProductId("guide"),
            NASTY,
            "'; DROP TABLE orders; --",
            new Stars(50),
            new Delivery.Text("Here."));
    startill =
        Startill.over(store, telegram)
            .selling(Catalog.of(product))
            .settings(Settings.defaults().asSoleOwner())
            .clock(clock)
            .random(new Random(7))
            .answering(Runnable::run)
            .build();
    key = OperatorKey.in(folder.resolve("operator.key"), new Random(1));
    web =
        new Web(
            new Web.Listening("127.0.0.1", 0, ""),
            health,
            Optional.of(site()),
            Optional.of(new WebhookDoor("/telegram", WebhookSecret.of("hush"), this::receive)));
  }

  private void reach() {
    if (isCutOff) {
      throw new StoreException("db.example: no route to it.");
    }
  }

  private Optional<Answer> receive(Incoming update) {
    receiver.accept(update);
    return reply;
  }

  Site site() {
    return new Site(
        new Pages(
            store,
            () -> "@shop_bot",
            clock,
            new MoneyPages(store.archive(), new BotId(42), Rates.DEFAULT)),
        new Actions(startill, store),
        key);
  }

  int port() {
    return web.port();
  }

  /** An order that Anna paid; its goods have not left. */
  OrderId sells() {
    startill.sell(new ProductId("guide")).to(ANNA).invoice();
    var order = store.orders(1, Optional.empty()).get(0).order().id();
    var payload = "st:" + order;
    startill.handle(new Update.Checkout(new CheckoutId("c1"), ANNA, payload, "XTR", 50));
    startill.handle(payment("charge-1", payload, 50));
    return order;
  }

  /** Stars that came with our payload, and pay for nothing. */
  void strays(String charge, String payload) {
    startill.handle(payment(charge, payload, 50));
  }

  /** Everything that is due leaves. */
  void settles() {
    var left = startill.step();
    while (left > 0) {
      left = startill.step();
    }
  }

  /** A page, as the operator sees it. */
  Scenario.Reply page(String path) throws IOException {
    return Scenario.get(path).header("Cookie", cookie()).sentTo(port());
  }

  /** A form, as the operator's browser sends it. */
  Scenario.Reply sends(String path, String form) throws IOException {
    return form(path, form).header("Origin", "http://localhost").sentTo(port());
  }

  /** A form with the key, and without saying where it comes from. */
  Scenario form(String path, String form) {
    return Scenario.post(path, form)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Cookie", cookie());
  }

  @Override
  public void close() {
    web.close();
    startill.close();
  }

  private String cookie() {
    return "startill_key=" + key.value();
  }

  private Update.Payment payment(String charge, String payload, long stars) {
    return new Update.Payment(new ChargeId(charge), ANNA, payload, "XTR", stars, clock.instant());
  }
}
