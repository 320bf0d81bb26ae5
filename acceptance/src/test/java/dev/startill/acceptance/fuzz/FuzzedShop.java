package dev.startill.acceptance.fuzz;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Payload;
import dev.startill.port.Books;
import dev.startill.port.StatementLine;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A shop with orders of three buyers, two open links and two codes in stock, the same at every run.
 * For one thread.
 */
final class FuzzedShop {
  static final List<BuyerId> BUYERS =
      List.of(new BuyerId(777000111), new BuyerId(777000112), new BuyerId(777000113));
  static final Settings SETTINGS = Settings.defaults();
  static final int CODES = 2;

  private static final ProductId GUIDE = new ProductId("guide");
  static final ProductId KEY = new ProductId("key");
  private static final ProductId COURSE = new ProductId("course");
  private static final Map<ProductId, Long> PRICES = Map.of(GUIDE, 50L, KEY, 250L, COURSE, 1000L);

  final ManualClock clock;
  final FaultyStore store;
  final Books books;
  final RecordingTelegram telegram = new RecordingTelegram();
  final Startill startill;
  private final List<Offer> offers = new ArrayList<>();
  private final Set<ChargeId> stated = new HashSet<>();

  /**
   * What may be paid.
   *
   * @param payload as invoices carry it
   * @param price in Stars
   * @param buyers who may
   */
  record Offer(String payload, long price, List<BuyerId> buyers) {}

  FuzzedShop(Store store, Books books, ManualClock clock) {
    this.clock = clock;
    this.store = new FaultyStore(store);
    this.books = books;
    this.startill =
        Startill.over(this.store, telegram)
            .selling(
                Catalog.of(
                    product(GUIDE, new Delivery.Text("Read {order}, {buyer}.")),
                    product(KEY, new Delivery.Code()),
                    product(COURSE, new Delivery.Handler("enrol"))))
            .fulfilling(purchase -> {})
            .clock(clock)
            .random(new Random(2))
            .answering(Runnable::run)
            .settings(SETTINGS)
            .build();
    stock();
    startill.reconcile();
  }

  static ManualClock noon() {
    return new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
  }

  /** What may be paid here. */
  List<Offer> offers() {
    return List.copyOf(offers);
  }

  /** The statement tells of it, too, if it is ours: of every second one, the others are forged. */
  void state(Update.Payment payment) {
    var isOurs = Payload.read(payment.payload()).isPresent();
    var fits = payment.currency().equals("XTR") && Stars.fits(payment.amount());
    if (isOurs && fits && payment.id().hashCode() % 2 == 0 && stated.add(payment.id())) {
      telegram.stating(
          new StatementLine(
              payment.id().value(),
              StatementLine.Way.CAME,
              payment.at(),
              payment.amount() * Stars.NANOS_PER_STAR,
              StatementLine.Purpose.INVOICE,
              Optional.of(payment.buyer()),
              Optional.of(payment.payload()),
              0,
              StatementLine.Withdrawal.NONE,
              ""));
    }
  }

  /** Sends what is due, without end only where there is a defect. */
  void deliver() {
    for (var rounds = 0; startill.step() > 0; rounds++) {
      if (rounds > 100) {
        throw new AssertionError("Messages are sent without end.");
      }
    }
  }

  private void stock() {
    startill.stock(KEY, List.of("code-1", "code-2"));
    for (var buyer : BUYERS) {
      for (var product : List.of(GUIDE, KEY, COURSE)) {
        startill.sell(product).to(buyer).invoice();
      }
    }
    deliver();
    for (var invoiced : telegram.said(Said.Invoiced.class)) {
      var invoice = invoiced.invoice();
      offers.add(
          new Offer(invoice.payload().text(), invoice.price().count(), List.of(invoiced.buyer())));
    }
    for (var product : List.of(GUIDE, KEY)) {
      var link = startill.sell(product).toAnyone().link().id();
      offers.add(new Offer(new Payload.OfLink(link).text(), priceOf(product), BUYERS));
    }
  }

  private static long priceOf(ProductId product) {
    return PRICES.getOrDefault(product, 0L);
  }

  private static Product product(ProductId id, Delivery delivery) {
    return new Product(id, "The " + id, "All about it.", new Stars(priceOf(id)), delivery);
  }
}
