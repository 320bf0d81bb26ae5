package dev.startill.payment;

import java.util.Optional;

/**
 * What an invoice carries to find its way home: {@code st:} and the id of an order or of a link. It
 * is not signed, because a buyer cannot edit it. Immutable.
 */
public sealed interface Payload {
  /** The text that Telegram carries; at most 33 of its 128 bytes. */
  String text();

  /**
   * Of an order.
   *
   * @param order the one to be paid
   */
  record OfOrder(OrderId order) implements Payload {
    @Override
    public String text() {
      return PREFIX + order;
    }
  }

  /**
   * Of a link that many may pay.
   *
   * @param link the one that was followed
   */
  record OfLink(LinkId link) implements Payload {
    @Override
    public String text() {
      return PREFIX + link;
    }
  }

  /** What marks a payload as ours. */
  String PREFIX = "st:";

  /** Reads a payload; empty if it is not of our form and so belongs to somebody else. */
  static Optional<Payload> read(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var id = text.substring(PREFIX.length());
    if (OrderId.isOne(id)) {
      return Optional.of(new OfOrder(new OrderId(id)));
    }
    return LinkId.isOne(id) ? Optional.of(new OfLink(new LinkId(id))) : Optional.empty();
  }
}
