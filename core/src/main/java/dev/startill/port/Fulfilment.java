package dev.startill.port;

import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.OrderId;

/**
 * The merchant's own way to hand over goods. Called after the commit, on a virtual thread, possibly
 * for several purchases at once, and more than once for one purchase: after it threw, after it was
 * interrupted because it took too long (a run that ignores the interruption may still be going on),
 * and after the process died. Make it idempotent by the order's id. Whatever it throws is tried
 * again later, with growing pauses, and becomes a case when that has no end.
 */
@FunctionalInterface
public interface Fulfilment {
  /**
   * Hands over what was bought; returns when the buyer has it.
   *
   * @throws Exception to be called again later
   */
  void fulfil(Purchase purchase) throws Exception;

  /**
   * Takes back what was handed over; by default there is nothing to take back.
   *
   * @throws Exception to be called again later
   */
  default void revoke(Purchase purchase) throws Exception {}

  /**
   * A paid order, as its fulfilment needs it. Immutable.
   *
   * @param order its id: the key by which to be idempotent
   * @param product what was bought
   * @param handler the name that the product's delivery gave
   * @param buyer who bought it
   * @param amount what was paid
   * @param charge the Stars
   */
  record Purchase(
      OrderId order,
      ProductId product,
      String handler,
      BuyerId buyer,
      Stars amount,
      ChargeId charge) {}
}
