package dev.startill.testkit;

import dev.startill.catalog.Owner;
import dev.startill.catalog.ProductId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.Chronicle;
import dev.startill.port.StoreException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders, links and charges in memory, and which of them one unit of work locked: those a commit
 * changes, any other is born. Guarded by the store's lock.
 */
final class MemoryHomes {
  private final Tables tables;
  private final Set<String> locked = new HashSet<>();

  MemoryHomes(Tables tables) {
    this.tables = tables;
  }

  Optional<Order> lock(OrderId order) {
    return locked(tables.orders.get(order.value()).map(OrderLine::order));
  }

  Optional<Home> lock(ChargeId charge) {
    var order = tables.charges.get(charge.value()).flatMap(o -> o).flatMap(this::lock);
    var stray = locked(tables.strays.get(charge.value()).map(StrayLine::stray));
    return order.isPresent() ? order.map(Home.class::cast) : stray.map(Home.class::cast);
  }

  Optional<Link> lock(LinkId link) {
    return locked(tables.links.get(link.value()));
  }

  Optional<Order> lockApproved(LinkId link, BuyerId buyer) {
    return locked(
        tables
            .orders
            .rows()
            .filter(line -> line.order().link().filter(link::equals).isPresent())
            .filter(line -> line.order() instanceof Order.Approved a && a.buyer().equals(buyer))
            .min(Comparator.comparing(OrderLine::since).thenComparing(l -> idOf(l.order())))
            .map(OrderLine::order));
  }

  Optional<Order> lockUnpaid(ProductId product, BuyerId buyer) {
    return locked(
        unpaid(product, buyer)
            .max(
                Comparator.comparing((Order order) -> order instanceof Order.Open)
                    .thenComparing(order -> order.id().value())));
  }

  /** The locked link that sells a product, if there is one. */
  Optional<Link> linkTo(ProductId product) {
    return locked.stream()
        .flatMap(id -> tables.links.get(id).stream())
        .filter(link -> link.terms().product().equals(product))
        .findFirst();
  }

  /** Whether the order is paid. */
  boolean isPaid(OrderId order) {
    return tables
        .orders
        .get(order.value())
        .filter(l -> l.order() instanceof Order.Paid)
        .isPresent();
  }

  /** What an event is about, if it was locked. */
  Optional<Home> homeOf(PaymentEvent event) {
    if (event instanceof PaymentEvent.OfCharge of) {
      return lock(of.charge());
    }
    return Chronicle.orderOf(event).filter(o -> locked.contains(o.value())).flatMap(this::lock);
  }

  /** Those that were approved or opened, and whose time is up; oldest first. */
  List<Order> ended(Instant holds, Instant validities, int limit) {
    return tables
        .orders
        .rows()
        .map(OrderLine::order)
        .filter(order -> isEnded(order, holds, validities))
        .sorted(Comparator.comparing(MemoryHomes::endOf).thenComparing(MemoryHomes::idOf))
        .limit(limit)
        .toList();
  }

  /** What is known changes first: a buyer's old order expires before the new one opens. */
  void write(List<Home> homes, Instant at) {
    var known = homes.stream().filter(h -> locked.contains(idOf(h))).toList();
    var born = homes.stream().filter(h -> !locked.contains(idOf(h))).toList();
    known.forEach(home -> write(home, at));
    born.forEach(home -> write(home, at));
  }

  private void write(Home home, Instant at) {
    var known = !locked.add(idOf(home));
    switch (home) {
      case Home.Nothing nothing -> {}
      case Link link -> {
        if (!known) {
          mustBeNew(tables.links, link.id().value());
        }
        tables.links.put(link.id().value(), link);
      }
      case Order order -> write(order, known, at);
      case StrayCharge stray -> write(stray, known, at);
    }
  }

  private void write(StrayCharge stray, boolean known, Instant at) {
    var id = stray.charge().id().value();
    if (!known) {
      mustBeNew(tables.charges, id);
    }
    var before = tables.strays.get(id);
    tables.charges.put(id, Optional.empty());
    tables.strays.put(id, new StrayLine(stray, before.map(StrayLine::since).orElse(at)));
    write(before.map(line -> line.stray().charge()), stray.charge(), at);
  }

  private void write(Order order, boolean known, Instant at) {
    var id = order.id().value();
    if (!known) {
      mustBeNew(tables.orders, id);
    }
    var before = tables.orders.get(id);
    if (before.filter(line -> line.order().equals(order)).isPresent()) {
      return;
    }
    if (order instanceof Order.Paid paid) {
      var had = before.map(OrderLine::order).flatMap(MemoryHomes::chargeOf);
      if (had.filter(c -> c.id().equals(paid.charge().id())).isEmpty()) {
        mustBeNew(tables.charges, paid.charge().id().value());
      }
      tables.charges.put(paid.charge().id().value(), Optional.of(order.id()));
      write(had, paid.charge(), at);
    }
    tables.orders.put(id, new OrderLine(order, before.map(OrderLine::since).orElse(at), at));
    if (order instanceof Order.Open
        && order.terms().owner() instanceof Owner.Only only
        && unpaid(order.terms().product(), only.buyer())
                .filter(Order.Open.class::isInstance)
                .count()
            > 1) {
      throw new StoreException("%s has an open order of that already.".formatted(only.buyer()));
    }
  }

  private void write(Optional<Charge> before, Charge charge, Instant at) {
    var id = charge.id().value();
    var had = tables.times.get(id);
    if (had.isEmpty()) {
      tables.times.put(id, new Tables.Times(at, at));
    } else if (before.filter(b -> b.standing().equals(charge.standing())).isEmpty()) {
      tables.times.put(id, new Tables.Times(had.get().booked(), at));
    }
  }

  private Stream<Order> unpaid(ProductId product, BuyerId buyer) {
    return tables
        .orders
        .rows()
        .map(OrderLine::order)
        .filter(o -> o instanceof Order.Open || o instanceof Order.Approved)
        .filter(o -> o.link().isEmpty() && o.terms().product().equals(product))
        .filter(o -> o.terms().owner().equals(new Owner.Only(buyer)));
  }

  private <H extends Home> Optional<H> locked(Optional<H> found) {
    found.ifPresent(home -> locked.add(idOf(home)));
    return found;
  }

  private static void mustBeNew(Table<String, ?> table, String key) {
    if (table.has(key)) {
      throw new StoreException("%s is kept already.".formatted(key));
    }
  }

  private static Optional<Charge> chargeOf(Order order) {
    return order instanceof Order.Paid paid ? Optional.of(paid.charge()) : Optional.empty();
  }

  private static boolean isEnded(Order order, Instant holds, Instant validities) {
    return switch (order) {
      case Order.Open open -> !endOf(open).isAfter(validities);
      case Order.Approved approved -> !endOf(approved).isAfter(holds);
      case Order.Expired expired -> false;
      case Order.Paid paid -> false;
    };
  }

  private static Instant endOf(Order order) {
    return order instanceof Order.Approved approved ? approved.until() : order.terms().validUntil();
  }

  private static String idOf(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> "";
      case Link link -> link.id().value();
      case Order order -> order.id().value();
      case StrayCharge stray -> stray.charge().id().value();
    };
  }
}
