package dev.startill.payment;

import java.time.Instant;

/**
 * What a decision needs and its home does not know. Read under the same lock as the home.
 * Immutable.
 *
 * @param shelf whether there is one for this order
 * @param handover how far the goods' message got
 * @param onSale false once the link that the order was born on is closed
 * @param fresh an id in hand, should an order be born
 * @param holdUntil when a hold taken now will lapse
 * @param policy what the merchant has laid down about sending Stars back
 * @param foreign whether the Stars that the event tells of were booked as foreign: Telegram's
 *     statement told of them first, and without their payload
 */
public record Facts(
    Shelf shelf,
    Handover handover,
    boolean onSale,
    OrderId fresh,
    Instant holdUntil,
    Policy policy,
    boolean foreign) {

  /** What the stock says to one order. */
  public enum Shelf {
    /** The product is not counted. */
    UNCOUNTED,
    /** One is held by, or sold to, this order. */
    HELD,
    /** One is free, and locked for us. */
    FREE,
    /** None is left. */
    EMPTY
  }

  /** How far the message that hands over the goods got. */
  public enum Handover {
    /** None waits. */
    NONE,
    /** It waits, and the buyer certainly saw nothing yet. */
    WAITING,
    /** It was begun: the buyer may have the goods. */
    BEGUN
  }
}
