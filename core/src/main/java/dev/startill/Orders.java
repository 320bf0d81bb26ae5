package dev.startill;

import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.OrderStory;
import java.util.List;
import java.util.Optional;

/**
 * The orders, to read. Every method throws {@link dev.startill.port.StoreException} if they cannot
 * be read. Threads share it. Made by {@link Startill#orders()}.
 */
public final class Orders {
  private final Books books;

  Orders(Books books) {
    this.books = books;
  }

  /** One order with all that happened to it, and its open cases. */
  public Optional<OrderStory> find(OrderId order) {
    return books.story(order);
  }

  /** The order that a charge paid for. */
  public Optional<Order.Paid> paidBy(ChargeId charge) {
    return books.charge(charge).filter(Order.Paid.class::isInstance).map(Order.Paid.class::cast);
  }

  /**
   * The newest orders that a buyer was asked to pay, began to pay or paid, newest first. For people
   * to look at: all orders of the bot are looked through. Whether somebody has a right to something
   * {@link Startill#entitlements()} tells quickly.
   */
  public List<OrderLine> of(BuyerId buyer, int limit) {
    return books.ordersOf(buyer, limit);
  }

  /** The same, by the id that Telegram's updates have in {@code from.id}. */
  public List<OrderLine> of(long buyer, int limit) {
    return of(new BuyerId(buyer), limit);
  }

  /** The newest orders, newest first. */
  public List<OrderLine> newest(int limit) {
    return books.orders(limit, Optional.empty());
  }

  /** Those before an order, newest first: the next page. */
  public List<OrderLine> before(OrderId order, int limit) {
    return books.orders(limit, Optional.of(order));
  }
}
