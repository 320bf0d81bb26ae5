package dev.startill.testkit.client;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.port.Books;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.client.Client.Said;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A bot that sells a guide for 50 Stars when it reads {@code /buy}, and answers {@code /ping}.
 * Nothing is remembered beyond its end. Threads share it.
 */
final class Shop implements AutoCloseable {
  private static final ProductId GUIDE = new ProductId("guide");

  private final InMemoryStore store =
      new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
  private final AtomicInteger toFail = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Client client;
  private final Startill startill;
  private Client.Receiving receiving = () -> {};

  Shop(Client client) {
    this.client = client;
    this.startill =
        Startill.over(new FailingStore(), client.telegram())
            .selling(
                Catalog.of(
                    new Product(
                        GUIDE,
                        "Guide",
                        "All about it.",
                        new Stars(50),
                        new Delivery.Text("Here it is: {order}"))))
            .build();
  }

  /** Begins to send and to take in updates, and does what its commands say. */
  Shop open() {
    return open(said -> {});
  }

  /** The same; {@code first} sees what is said before the shop does. */
  Shop open(Consumer<Said> first) {
    startill.start();
    return receive(first);
  }

  /** The same, but it sends only when a test steps its engine. */
  Shop receive(Consumer<Said> first) {
    receiving =
        client.receive(
            startill,
            said -> {
              first.accept(said);
              obey(said);
            });
    return this;
  }

  /** Ends taking in updates; what is being handled is interrupted. */
  void stopReceiving() {
    receiving.close();
  }

  Startill startill() {
    return startill;
  }

  List<Books.OrderLine> ordersOf(long buyer) {
    return store.ordersOf(new BuyerId(buyer), 10);
  }

  /** Once a checkout is recorded, so many units of work fail. */
  void failAfterTheCheckout(int units) {
    toFail.set(units);
  }

  /** How many units are still to fail. */
  int failuresLeft() {
    return toFail.get() + failures.get();
  }

  @Override
  public void close() {
    receiving.close();
    startill.close();
  }

  private void obey(Said said) {
    switch (said.text()) {
      case "/buy" -> startill.sell(GUIDE).to(said.from()).invoice();
      case "/ping" -> client.telegram().sendText(said.from(), "pong");
      default -> {
        // Talk.
      }
    }
  }

  /** As a database that is away for a while. */
  private final class FailingStore implements Store {
    @Override
    public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new StoreException("The database is away.");
      }
      var done = store.inTransaction(lane, unit);
      if (lane == Lane.CHECKOUT) {
        failures.set(toFail.getAndSet(0));
      }
      return done;
    }

    @Override
    public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
      store.behind(unit, committed);
    }

    @Override
    public Books books() {
      return store.books();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
