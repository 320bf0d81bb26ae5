package dev.startill.outbox;

import dev.startill.payment.Charge;
import dev.startill.payment.Order;

/** What the engine itself writes to buyers. Rendered when it is sent. */
final class Wording {
  private Wording() {}

  /** A merchant's text with its placeholders filled: {@code {order}} and {@code {buyer}}. */
  static String fill(String template, Order.Paid order) {
    return template
        .replace("{order}", order.id().value())
        .replace("{buyer}", order.charge().buyer().toString());
  }

  static String code(Order.Paid order, String code) {
    return "%s\n\n%s\n\nOrder %s".formatted(order.terms().title(), code, order.id());
  }

  static String file(Order.Paid order) {
    return "%s\nOrder %s".formatted(order.terms().title(), order.id());
  }

  static String held(Charge charge) {
    return """
        We received a payment of ⭐ %d from you that we cannot match to an order waiting for payment. \
        Nothing is lost: it is on hold and the shop has been told. You can reach the shop with \
        /paysupport. Payment id: %s"""
        .formatted(charge.amount().count(), charge.id());
  }
}
