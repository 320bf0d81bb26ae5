package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.port.JoinedFulfilment;
import dev.startill.settings.Settings;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import dev.startill.testkit.RecordingTelegram.Said;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A shop, one step at a time, whose passes are handed over by a joined handler. */
record JoinedShop(
    JdbcStore store, ManualClock clock, RecordingTelegram telegram, Startill startill) {
  static final BuyerId ANN = new BuyerId(777);

  private static final AtomicLong SEEDS = new AtomicLong();
  static final ProductId PASS = new ProductId("pass");

  static JoinedShop over(JdbcStore store, ManualClock clock, JoinedFulfilment handler) {
    var telegram = new RecordingTelegram();
    var startill =
        Startill.over(store, telegram)
            .selling(
                Catalog.of(
                    new Product(
                        PASS, "Pass", "All of it.", new Stars(50), new Delivery.Handler("pass"))))
            .fulfilling(handler)
            .settings(Settings.defaults())
            .clock(clock)
            .random(new Random(SEEDS.incrementAndGet()))
            .answering(Runnable::run)
            .build();
    return new JoinedShop(store, clock, telegram, startill);
  }

  /** Sells a pass, up to where its goods are owed: the next step hands them over. */
  OrderId paid(String charge) {
    var order = startill.sell(PASS).to(ANN).invoice();
    steps();
    startill.handle(
        new Update.Payment(new ChargeId(charge), ANN, "st:" + order, "XTR", 50, clock.instant()));
    return order;
  }

  void steps() {
    for (var steps = 1; startill.step() > 0; steps++) {
      assertThat(steps).as("an endless loop").isLessThan(100);
    }
  }

  /** Waits until a message that failed is tried again. */
  void laterSteps() {
    clock.advance(Settings.defaults().longestPause());
    steps();
  }

  Order.Word word(OrderId order) {
    return startill.orders().find(order).orElseThrow().line().order().word();
  }

  /** What was tried and did not help, as the outbox has it. */
  long waiting() {
    return store.books().waitingMessages();
  }

  long invoices() {
    return telegram.said(Said.Invoiced.class).size();
  }
}
