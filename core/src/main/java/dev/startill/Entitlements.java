package dev.startill;

import dev.startill.catalog.ProductId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Order;
import dev.startill.port.Books;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Who has a right to what, now: whoever paid for it and was not given the Stars back, for as long
 * as the product lasted when it was sold. What is bought again before it ends lasts that much
 * longer. It is found out anew each time, from orders, so that no second truth can differ from
 * them. Every method throws {@link dev.startill.port.StoreException} if they cannot be read.
 * Threads share it. Made by {@link Startill#entitlements()}.
 */
public final class Entitlements {
  private final Books books;
  private final InstantSource clock;

  Entitlements(Books books, InstantSource clock) {
    this.books = books;
    this.clock = clock;
  }

  /** What a buyer has a right to now, by the time of its first payment. */
  public List<Entitlement> of(BuyerId buyer) {
    var now = clock.instant();
    var runs = new LinkedHashMap<ProductId, Entitlement>();
    books
        .keptOrdersOf(buyer)
        .forEach(order -> runs.merge(order.terms().product(), begun(order), this::longer));
    return runs.values().stream().filter(run -> run.holdsAt(now)).toList();
  }

  /** The same, by the id that Telegram's updates have in {@code from.id}. */
  public List<Entitlement> of(long buyer) {
    return of(new BuyerId(buyer));
  }

  /** A buyer's right to one product, if there is one now. */
  public Optional<Entitlement> of(BuyerId buyer, ProductId product) {
    return of(buyer).stream().filter(e -> e.product().equals(product)).findFirst();
  }

  /** Whether a buyer has a right to a product now. */
  public boolean has(BuyerId buyer, ProductId product) {
    return of(buyer, product).isPresent();
  }

  /** The same, by Telegram's user id and the product's id as texts have it. */
  public boolean has(long buyer, String product) {
    return has(new BuyerId(buyer), new ProductId(product));
  }

  private static Entitlement begun(Order.Paid order) {
    var since = order.charge().at();
    return new Entitlement(
        order.charge().buyer(),
        order.terms().product(),
        since,
        order.terms().lasting().map(since::plus));
  }

  /** A run that the next payment found over does not go on: another begins. */
  private Entitlement longer(Entitlement run, Entitlement next) {
    if (!run.holdsAt(next.since())) {
      return next;
    }
    Optional<Instant> until =
        run.until()
            .flatMap(
                end -> next.until().map(fresh -> end.plus(Duration.between(next.since(), fresh))));
    return new Entitlement(run.buyer(), run.product(), run.since(), until);
  }
}
