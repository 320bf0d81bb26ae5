package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.aLine;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Way;
import dev.startill.reconciliation.Reconciliation;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.LineFixture;
import dev.startill.testkit.RecordingTelegram;
import dev.startill.testkit.RecordingTelegram.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A shop over the store under test, and a Telegram that keeps its statement: the whole engine. */
final class Trade {
  static final ProductId GUIDE = new ProductId("guide");
  static final ProductId KEY = new ProductId("key");

  private final Bench bench;
  private final RecordingTelegram telegram = new RecordingTelegram();
  private final Startill startill;
  private final List<StatementLine> stated = new ArrayList<>();
  private long dropped;

  Trade(Bench bench) {
    this.bench = bench;
    this.startill =
        Startill.over(bench.store(), telegram)
            .selling(Catalog.of(product(GUIDE, 50), product(KEY, 7)))
            .settings(Settings.defaults())
            .clock(bench.clock())
            .random(new Random(4))
            .answering(Runnable::run)
            .build();
  }

  Startill engine() {
    return startill;
  }

  RecordingTelegram telegram() {
    return telegram;
  }

  /** A buyer pays for a product, Telegram tells of it, and the goods leave. */
  ChargeId sell(ProductId product, BuyerId buyer) {
    var charge = new ChargeId(Fixtures.ids().next("stx"));
    var payload = invoice(product, buyer);
    stating(paid(charge, payload, buyer).came(priceOf(product)));
    pay(charge, payload, buyer, priceOf(product));
    return charge;
  }

  /** A buyer pays for what nobody here has ordered. */
  ChargeId stray(BuyerId buyer, long stars) {
    var charge = new ChargeId(Fixtures.ids().next("stx"));
    var payload = "st:" + Fixtures.anOrderId();
    stating(paid(charge, payload, buyer).came(stars));
    pay(charge, payload, buyer, stars);
    return charge;
  }

  /** Telegram tells of a payment that its statement has. */
  void pay(ChargeId charge, String payload, BuyerId buyer, long stars) {
    startill.handle(new Update.Payment(charge, buyer, payload, "XTR", stars, bench.now()));
    steps();
  }

  /** The invoice that a buyer asked for. */
  String invoice(ProductId product, BuyerId buyer) {
    startill.sell(product).to(buyer).invoice();
    steps();
    return telegram.said(Said.Invoiced.class).getLast().invoice().payload().text();
  }

  /** The merchant sends a sale back, and the statement shows it. */
  void refund(ChargeId charge, String payload, BuyerId buyer, long stars) {
    startill.refund(charge, "asked for");
    steps();
    stating(paid(charge, payload, buyer).went(stars));
  }

  /** A buyer takes Stars back at the store: Telegram holds less, which the operator explains. */
  void chargeBack(ChargeId charge, long stars) {
    dropped += stars * Stars.NANOS_PER_STAR;
    reconcile();
    reconcile();
    var difference =
        bench.books().cases(99).stream()
            .filter(line -> line.reason() == CaseReason.BALANCE_DIFFERS)
            .findFirst()
            .orElseThrow();
    startill.desk().chargedBack(difference.id(), charge, "the buyer did it");
    steps();
  }

  /** What Telegram holds for the bot. */
  long held() {
    return stated.stream()
            .mapToLong(l -> l.way() == Way.CAME ? l.nanostars() : -l.nanostars())
            .sum()
        - dropped;
  }

  LineFixture paid(ChargeId charge, String payload, BuyerId buyer) {
    return aLine().withId(charge.value()).carrying(payload).by(buyer).at(bench.now());
  }

  void stating(StatementLine... lines) {
    stated.addAll(List.of(lines));
    telegram.stating(lines);
  }

  Reconciliation reconcile() {
    telegram.holding(held());
    var result = startill.reconcile();
    steps();
    return result;
  }

  void steps() {
    while (startill.step() > 0) {
      if (telegram.said().size() > 10_000) {
        throw new AssertionError("an endless loop");
      }
    }
  }

  private static long priceOf(ProductId product) {
    return product.equals(GUIDE) ? 50 : 7;
  }

  private static Product product(ProductId id, long stars) {
    return new Product(
        id, "The " + id, "All about it.", new Stars(stars), new Delivery.Text("Read {order}."));
  }
}
