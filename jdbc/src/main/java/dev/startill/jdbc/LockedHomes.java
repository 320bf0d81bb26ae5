package dev.startill.jdbc;

import dev.startill.catalog.ProductId;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Chronicle;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The homes that one unit of work locked: that is what a commit changes, and what it decided
 * against. Any other home that it writes is born. For one thread, for one unit.
 */
final class LockedHomes {
  private final Session session;
  private final BotId bot;
  private final HomeTable table;
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<LinkId, Link> links = new HashMap<>();
  private final Map<ChargeId, StrayCharge> strays = new HashMap<>();

  LockedHomes(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
    this.table = new HomeTable(session, bot);
  }

  Optional<Order> lock(OrderId order) {
    var locked = orders.get(order);
    if (locked != null) {
      return Optional.of(locked);
    }
    var recent = session.recent().order(order);
    return locked(
        recent.isPresent()
            ? recent
            : session.about(order).one(Sql.LOCK_ORDER, Rows::order, bot.value(), order.value()));
  }

  /** How many charges without an order were booked since then. */
  int ownerless(Instant since) {
    if (session.recent().isOwnedSince(since)) {
      return 0;
    }
    var at = Rows.micros(since);
    var charges =
        session
            .about(Gathered.STRAYS)
            .one(Sql.OWNERLESS, row -> row.getInt(1), bot.value(), at)
            .orElse(0);
    if (charges == 0) {
      session.recent().keepOwnedSince(since);
    }
    return charges;
  }

  Optional<Home> lock(ChargeId charge) {
    var stray = strays.get(charge);
    if (stray != null) {
      return Optional.of(stray);
    }
    var found =
        session.one(
            Sql.LOCK_CHARGE,
            row -> {
              var order = row.getString("order_id");
              return order == null
                  ? Rows.stray(row)
                  : lock(new OrderId(order)).map(Home.class::cast).orElseThrow();
            },
            bot.value(),
            charge.value());
    found.ifPresent(this::remember);
    return found;
  }

  Optional<Link> lock(LinkId link) {
    var found = session.one(Sql.LOCK_LINK, Rows::link, bot.value(), link.value());
    found.ifPresent(this::remember);
    return found;
  }

  Optional<Order> lockApproved(LinkId link, BuyerId buyer) {
    return locked(
        session.one(Sql.LOCK_APPROVED, Rows::order, bot.value(), link.value(), buyer.value()));
  }

  Optional<Order> lockUnpaid(ProductId product, BuyerId buyer) {
    return locked(
        session
            .about(buyer)
            .one(Sql.LOCK_UNPAID, Rows::order, bot.value(), buyer.value(), product.value()));
  }

  /** Orders whose hold or validity ended by then, whether locked or not. */
  List<Order> ended(Instant holds, Instant validities, int limit) {
    var id = bot.value();
    return session.all(
        Sql.ENDED,
        Rows::order,
        id,
        Rows.micros(holds),
        limit,
        id,
        Rows.micros(validities),
        limit,
        limit);
  }

  /** The locked link that sells a product, if there is one. */
  Optional<Link> linkTo(ProductId product) {
    return links.values().stream().filter(l -> l.terms().product().equals(product)).findFirst();
  }

  /**
   * Whether the order was paid when this unit locked it; one that it did not lock is not born yet.
   */
  boolean isPaid(OrderId order) {
    return orders.get(order) instanceof Order.Paid;
  }

  /** What an event is about, if it was locked. */
  Optional<Home> homeOf(PaymentEvent event) {
    if (event instanceof PaymentEvent.OfCharge of) {
      return Optional.<Home>ofNullable(strays.get(of.charge()))
          .or(() -> orders.values().stream().filter(o -> isPaidBy(o, of.charge())).findFirst());
    }
    return Chronicle.orderOf(event).map(orders::get);
  }

  /** What is known changes first: a buyer's old order expires before the new one opens. */
  void write(List<Home> homes, Instant at) {
    var known = homes.stream().filter(this::isLocked).toList();
    var born = homes.stream().filter(home -> !isLocked(home)).toList();
    known.forEach(home -> write(home, at));
    born.forEach(home -> write(home, at));
  }

  private void write(Home home, Instant at) {
    switch (home) {
      case Home.Nothing nothing -> {}
      case Link link -> {
        if (links.containsKey(link.id())) {
          table.change(link, at);
        } else {
          table.add(link, at);
        }
      }
      case Order order -> {
        var before = orders.get(order.id());
        if (before == null) {
          table.add(order, at);
        } else if (!before.equals(order)) {
          table.change(before, order, at);
        }
        session.recent().keep(order);
      }
      case StrayCharge stray -> {
        var before = strays.get(stray.charge().id());
        if (before == null) {
          table.add(stray, at);
        } else {
          table.change(before, stray, at);
        }
      }
    }
    remember(home);
  }

  private boolean isLocked(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> true;
      case Link link -> links.containsKey(link.id());
      case Order order -> orders.containsKey(order.id());
      case StrayCharge stray -> strays.containsKey(stray.charge().id());
    };
  }

  private Optional<Order> locked(Optional<Order> found) {
    found.ifPresent(this::remember);
    return found;
  }

  private void remember(Home home) {
    switch (home) {
      case Home.Nothing nothing -> {}
      case Link link -> links.put(link.id(), link);
      case Order order -> orders.put(order.id(), order);
      case StrayCharge stray -> strays.put(stray.charge().id(), stray);
    }
  }

  private static boolean isPaidBy(Order order, ChargeId charge) {
    return order instanceof Order.Paid paid && paid.charge().id().equals(charge);
  }
}
