package dev.startill.payment;

import dev.startill.party.BuyerId;
import java.util.Optional;

/**
 * Durable word to the world: it leaves through the outbox until the world confirms it. It names
 * what to say; the text is rendered from the frozen terms when it is sent. Immutable.
 */
public sealed interface Message {
  /** Messages about one order leave in the order in which they were written. */
  Optional<OrderId> order();

  /**
   * Show the order's invoice in the buyer's private chat.
   *
   * @param of which order
   * @param buyer to whom
   */
  record SendInvoice(OrderId of, BuyerId buyer) implements Message {
    @Override
    public Optional<OrderId> order() {
      return Optional.of(of);
    }
  }

  /**
   * Hand over the goods.
   *
   * @param of which order
   * @param buyer to whom
   */
  record HandOver(OrderId of, BuyerId buyer) implements Message {
    /** What a paid order's buyer is owed. */
    static HandOver of(Order.Paid order) {
      return new HandOver(order.id(), order.charge().buyer());
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.of(of);
    }
  }

  /**
   * Take the goods back.
   *
   * @param of which order
   * @param buyer from whom
   */
  record Revoke(OrderId of, BuyerId buyer) implements Message {
    /** What a paid order's buyer has, or may have. */
    static Revoke of(Order.Paid order) {
      return new Revoke(order.id(), order.charge().buyer());
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.of(of);
    }
  }

  /**
   * Send the Stars back.
   *
   * @param charge which
   * @param buyer to whom
   * @param refund the refund that this carries out
   * @param order the order that they paid for, if any
   */
  record Refund(ChargeId charge, BuyerId buyer, RefundId refund, Optional<OrderId> order)
      implements Message {
    /** The whole charge of a paid order. */
    static Refund of(Order.Paid order, RefundId refund) {
      return new Refund(
          order.charge().id(), order.charge().buyer(), refund, Optional.of(order.id()));
    }

    /** The whole charge of no order. */
    static Refund of(StrayCharge stray, RefundId refund) {
      return new Refund(stray.charge().id(), stray.charge().buyer(), refund, Optional.empty());
    }
  }

  /**
   * Tell the buyer that a payment arrived which pays for nothing, and that it is not lost.
   *
   * @param charge which
   * @param buyer whom to tell
   */
  record TellHeld(ChargeId charge, BuyerId buyer) implements Message {
    @Override
    public Optional<OrderId> order() {
      return Optional.empty();
    }
  }
}
