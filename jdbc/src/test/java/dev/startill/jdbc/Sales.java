package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;

import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import java.util.Optional;

/** Whole units of work, as tests commit them. */
final class Sales {
  private Sales() {}

  /** An order that is born paid, with its posting and its goods in the outbox. */
  static Order.Paid paid(long buyer) {
    return anOrder().forBuyer(buyer).paid();
  }

  /** Commits it and waits until it is durable. */
  static void commit(Store store, Order.Paid order) {
    store.inTransaction(
        Lane.ROUTINE,
        work -> {
          commit(work, order);
          return true;
        });
  }

  static void commit(Store.Work work, Order.Paid order) {
    work.commit(
        new PaymentEvent.InvoiceSent(order.id(), order.charge().at()),
        to(order)
            .posting(theSaleOf(order))
            .sending(new Message.HandOver(order.id(), order.charge().buyer()))
            .done(),
        Optional.empty());
  }

  static boolean has(Store store, Order.Paid order) {
    return store.inTransaction(Lane.ROUTINE, work -> work.knows(order.charge().id()));
  }
}
