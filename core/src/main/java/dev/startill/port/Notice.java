package dev.startill.port;

import dev.startill.payment.CaseReason;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.StrayCharge;
import java.util.Optional;

/**
 * What the merchant's program may want to hear: something that this process has just made durable.
 * It is told once and kept nowhere: a process that dies loses what it did not tell, and what
 * another node recorded is told there. What must not be lost belongs into a {@link Fulfilment}.
 * Immutable.
 */
public sealed interface Notice {
  /**
   * The Stars for an order arrived. Its goods are on their way, unless its standing says that they
   * go back: the last one was sold.
   *
   * @param order which
   */
  record Paid(Order.Paid order) implements Notice {}

  /**
   * The buyer has the goods.
   *
   * @param order whose
   */
  record Fulfilled(Order.Paid order) implements Notice {}

  /**
   * Stars went back to their buyer, whoever asked for it.
   *
   * @param charge which
   * @param order what they had paid for; empty if it was nothing
   */
  record Refunded(Charge charge, Optional<OrderId> order) implements Notice {}

  /**
   * Stars arrived that pay for no order: they are held, and a case says why.
   *
   * @param stray which
   */
  record Held(StrayCharge stray) implements Notice {}

  /**
   * Something needs a person. It may be told again while the case is open.
   *
   * @param reason why; {@link dev.startill.payment.Advice} says what to do
   * @param order the order that it is about, if any
   * @param charge the charge that it is about, if any
   * @param detail more of it, or empty
   */
  record CaseOpened(
      CaseReason reason, Optional<OrderId> order, Optional<ChargeId> charge, String detail)
      implements Notice {}
}
