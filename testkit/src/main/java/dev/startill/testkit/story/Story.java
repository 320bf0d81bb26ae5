package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Order;
import dev.startill.port.Archive;
import dev.startill.port.Books;
import dev.startill.port.Fulfilment;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import dev.startill.testkit.RecordingTelegram.Said;
import dev.startill.testkit.store.StoreContract.Opened;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The whole engine, one step at a time, over some store and a Telegram in memory. */
abstract class Story {
  static final BuyerId ANN = new BuyerId(777);
  static final BuyerId BOB = new BuyerId(888);
  static final ProductId GUIDE = new ProductId("guide");
  static final ProductId KEY = new ProductId("key");
  static final ProductId COURSE = new ProductId("course");

  final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
  final Settings settings = Settings.defaults();
  final RecordingTelegram telegram = new RecordingTelegram();
  final List<Purchase> handled = new ArrayList<>();
  final List<Purchase> revoked = new ArrayList<>();
  int failures;
  Store store;
  Books books;
  Archive archive;
  Startill startill;
  int charges;

  @SuppressWarnings("NullAway.Init") // JUnit calls openTheShop() first
  Story() {}

  /** Opens a store on which nothing was written yet. */
  abstract Opened open(InstantSource clock, Settings settings);

  @BeforeEach
  void openTheShop() {
    var opened = open(clock, settings);
    store = opened.store();
    books = opened.books();
    archive = opened.archive();
    startill =
        Startill.over(store, telegram)
            .selling(
                Catalog.of(
                    product(GUIDE, new Delivery.Text("Read {order}, {buyer}.")),
                    product(KEY, new Delivery.Code()),
                    product(COURSE, new Delivery.Handler("enrol"))))
            .fulfilling(new School())
            .clock(clock)
            .random(new Random(2))
            .answering(Runnable::run)
            .settings(settings)
            .build();
  }

  @AfterEach
  void closeTheShop() {
    store.close();
  }

  /** Another engine over the same store, with another catalogue. */
  Startill selling(Product product) {
    return Startill.over(store, telegram)
        .selling(Catalog.of(product))
        .clock(clock)
        .random(new Random(3))
        .answering(Runnable::run)
        .settings(settings)
        .build();
  }

  static Product product(ProductId id, Delivery delivery, long stars) {
    return new Product(id, "The " + id, "All about it.", new Stars(stars), delivery);
  }

  static Product product(ProductId id, Delivery delivery) {
    return new Product(id, "The " + id, "All about it.", new Stars(50), delivery);
  }

  /** Enrols and expels, and fails as often as a story wants it. */
  private final class School implements Fulfilment {
    @Override
    public void fulfil(Purchase purchase) {
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("out of chairs");
      }
      handled.add(purchase);
    }

    @Override
    public void revoke(Purchase purchase) {
      revoked.add(purchase);
    }
  }

  String invoice(ProductId product, BuyerId buyer) {
    startill.sell(product).to(buyer).invoice();
    steps();
    return telegram.said(Said.Invoiced.class).getLast().invoice().payload().text();
  }

  Answer checkout(String payload, BuyerId payer) {
    return ask(payload, payer, 50, "XTR");
  }

  Answer.Reason reason(String payload, BuyerId payer, long amount, String currency) {
    if (ask(payload, payer, amount, currency) instanceof Answer.Decline decline) {
      return decline.reason();
    }
    throw new AssertionError("It was approved.");
  }

  Answer ask(String payload, BuyerId payer, long amount, String currency) {
    var id = new CheckoutId(Integer.toString(++charges));
    assertThat(startill.handle(new Update.Checkout(id, payer, payload, currency, amount))).isTrue();
    return telegram.said(Said.Answered.class).getLast().answer();
  }

  void charge(String payload, BuyerId buyer) {
    handle(payment("stx" + ++charges, payload, buyer, 50, "XTR"));
  }

  Update payment(String charge, String payload, BuyerId buyer, long amount, String currency) {
    return new Update.Payment(
        new ChargeId(charge), buyer, payload, currency, amount, clock.instant());
  }

  boolean handle(Update update) {
    var ours = startill.handle(update);
    steps();
    return ours;
  }

  void steps() {
    while (startill.step() > 0) {
      assertThat(telegram.said().size()).as("an endless loop").isLessThan(1000);
    }
  }

  Order onlyOrder() {
    return onlyStory().line().order();
  }

  Books.OrderStory onlyStory() {
    var orders = books.orders(10, Optional.empty());
    assertThat(orders).hasSize(1);
    return books.story(orders.getFirst().order().id()).orElseThrow();
  }

  List<String> history() {
    return onlyStory().history().stream().map(Books.HistoryLine::what).toList();
  }

  List<CaseReason> cases() {
    return books.cases(10).stream().map(Books.CaseLine::reason).toList();
  }
}
