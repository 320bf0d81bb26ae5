package dev.startill.jdbc;

import dev.startill.catalog.Owner;
import dev.startill.catalog.Terms;
import dev.startill.payment.Charge;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.port.Cursor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What this writer read or wrote last, so that it need not be read again: orders, the newest
 * posting, terms that are kept, the statement's bookmark, and what there is none of. True while
 * nobody else writes for the bot, which the beginning of each batch finds out ({@link #since}), and
 * until anything is taken back. Whatever changes one of them tells it: of each, one table alone
 * does. Should an order be wrong nevertheless, {@link HomeTable} refuses to write. For one thread.
 */
final class Recent {
  /** A few megabytes: more orders than are usually about to be paid or handed over. */
  static final int ORDERS = 4096;

  /** More than a catalogue has products. */
  static final int TERMS = 512;

  private static final Owner ANYONE = new Owner.Anyone();

  private final Map<OrderId, Order> orders = newest(ORDERS);
  private final Map<Terms, byte[]> terms = newest(TERMS);
  private OptionalLong stamp = OptionalLong.empty();
  private PostingTable.@Nullable Last last;
  private @Nullable Cursor cursor;
  private @Nullable Instant owned;
  private boolean reachable;

  /**
   * Tells what others have written.
   *
   * @param now changes whenever somebody else wrote
   */
  void since(long now) {
    if (!isSince(now)) {
      forget();
      stamp = OptionalLong.of(now);
    }
  }

  /** Whether this is the stamp of what was remembered. */
  boolean isSince(long now) {
    return stamp.equals(OptionalLong.of(now));
  }

  /** What was remembered may not be so any more. */
  void forget() {
    stamp = OptionalLong.empty();
    orders.clear();
    terms.clear();
    last = null;
    cursor = null;
    owned = null;
    reachable = false;
  }

  Optional<Order> order(OrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  void keep(Order order) {
    orders.put(order.id(), asKept(order));
  }

  /** The key of terms that are kept. */
  Optional<byte[]> key(Terms of) {
    return Optional.ofNullable(terms.get(promise(of)));
  }

  void keep(Terms of, byte[] key) {
    terms.put(promise(of), key);
  }

  /** The newest posting. */
  Optional<PostingTable.Last> last() {
    return Optional.ofNullable(last);
  }

  void keep(PostingTable.Last posting) {
    last = posting;
  }

  /** The statement's bookmark. */
  Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  void keep(Cursor bookmark) {
    cursor = bookmark;
  }

  /** Whether no charge since then is without an order. */
  boolean isOwnedSince(Instant since) {
    return owned != null && !since.isBefore(owned);
  }

  void keepOwnedSince(Instant since) {
    owned = since;
  }

  /** A charge without an order came, or one was given another reason. */
  void forgetOwned() {
    owned = null;
  }

  /** Whether no message is parked for any buyer. */
  boolean isEverybodyReachable() {
    return reachable;
  }

  void keepReachable(boolean everybody) {
    reachable = everybody;
  }

  /** What is promised, whoever to and until whenever. */
  private static Terms promise(Terms terms) {
    return new Terms(
        terms.product(),
        terms.title(),
        terms.description(),
        terms.price(),
        terms.delivery(),
        terms.lasting(),
        ANYONE,
        Terms.WITHOUT_END);
  }

  /** As it would be read: the database counts microseconds. */
  private static Order asKept(Order order) {
    return switch (order) {
      case Order.Open open -> new Order.Open(open.id(), asKept(open.terms()), open.link());
      case Order.Expired expired ->
          new Order.Expired(expired.id(), asKept(expired.terms()), expired.link());
      case Order.Approved approved ->
          new Order.Approved(
              approved.id(),
              asKept(approved.terms()),
              approved.link(),
              approved.buyer(),
              approved.checkout(),
              Rows.asKept(approved.until()));
      case Order.Paid paid ->
          new Order.Paid(
              paid.id(), asKept(paid.terms()), paid.link(), asKept(paid.charge()), paid.goods());
    };
  }

  private static Terms asKept(Terms terms) {
    return terms.validUntil(Rows.asKept(terms.validUntil()));
  }

  private static Charge asKept(Charge charge) {
    return new Charge(
        charge.id(), charge.buyer(), charge.amount(), Rows.asKept(charge.at()), charge.standing());
  }

  /** At most so many; what was not asked for longest goes first. */
  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
