package dev.startill.testkit;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Owner;
import dev.startill.catalog.ProductId;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Facts;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.Chronicle;
import dev.startill.port.Due;
import dev.startill.port.Ids;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one unit of work may do in memory. Guarded by the store's lock. */
final class MemoryWork implements Store.Work {
  private final Tables tables;
  private final InstantSource clock;
  private final Ids ids;
  private final MemoryJournal journal;
  private final MemoryStock stock;
  private final MemoryOutbox outbox;
  private final Set<String> locked = new HashSet<>();
  private Optional<StoreException> failure = Optional.empty();

  MemoryWork(Tables tables, InstantSource clock, Ids ids) {
    this.tables = tables;
    this.clock = clock;
    this.ids = ids;
    this.journal = new MemoryJournal(tables, ids);
    this.stock = new MemoryStock(tables);
    this.outbox = new MemoryOutbox(tables);
  }

  @Override
  public boolean knows(ChargeId charge) {
    return tables.charges.has(charge.value());
  }

  @Override
  public Optional<Order> lock(OrderId order) {
    return locked(tables.orders.get(order.value()).map(OrderLine::order));
  }

  @Override
  public Optional<Home> lock(ChargeId charge) {
    var order = tables.charges.get(charge.value()).flatMap(o -> o).flatMap(this::lock);
    var stray = locked(tables.strays.get(charge.value()).map(StrayLine::stray));
    return order.isPresent() ? order.map(Home.class::cast) : stray.map(Home.class::cast);
  }

  @Override
  public Optional<Link> lock(LinkId link) {
    return locked(tables.links.get(link.value()));
  }

  @Override
  public Optional<Order> lockApproved(LinkId link, BuyerId buyer) {
    return locked(
        tables
            .orders
            .rows()
            .filter(line -> line.order().link().filter(link::equals).isPresent())
            .filter(line -> line.order() instanceof Order.Approved a && a.buyer().equals(buyer))
            .min(Comparator.comparing(OrderLine::since).thenComparing(l -> idOf(l.order())))
            .map(OrderLine::order));
  }

  @Override
  public Optional<Order> lockUnpaid(ProductId product, BuyerId buyer) {
    return locked(
        unpaid(product, buyer)
            .max(
                Comparator.comparing((Order order) -> order instanceof Order.Open)
                    .thenComparing(order -> order.id().value())));
  }

  @Override
  public Facts.Shelf shelf(ProductId product, OrderId order) {
    return counted(product, order) ? stock.shelf(product, order) : Facts.Shelf.UNCOUNTED;
  }

  @Override
  public Facts.Handover handover(OrderId order) {
    return outbox.handover(order);
  }

  /** Why a commit of this unit failed, whether or not the unit hid it. */
  Optional<StoreException> failure() {
    return failure;
  }

  @Override
  public void commit(PaymentEvent event, Transition transition, Optional<MessageId> settles) {
    try {
      write(event, transition, settles);
    } catch (StoreException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  private void write(PaymentEvent event, Transition transition, Optional<MessageId> settles) {
    var chronicle = Chronicle.of(event, transition, homeOf(event));
    var at = event.at();
    transition.after().stream().filter(h -> locked.contains(idOf(h))).forEach(h -> write(h, at));
    transition.after().stream().filter(h -> !locked.contains(idOf(h))).forEach(h -> write(h, at));
    transition.postings().forEach(journal::post);
    shelve(transition);
    settles.ifPresent(outbox::settle);
    if (transition.withdraw()) {
      orderIn(transition).ifPresent(order -> outbox.withdraw(order.id()));
    }
    transition
        .messages()
        .forEach(m -> outbox.add(new MessageId(ids.next("msg")), m, clock.instant()));
    chronicle.lines().forEach(line -> journal.write(line, event, transition.detail()));
    chronicle.subject().ifPresent(subject -> journal.writeCases(transition, subject, at));
  }

  @Override
  public void note(OrderId order, PaymentEvent event, String detail) {
    lock(order)
        .map(known -> new Chronicle.Line(known.id().value(), Chronicle.word(known)))
        .ifPresent(line -> journal.write(line, event, detail));
  }

  @Override
  public List<Due> claim(int limit, Duration lease) {
    return outbox.claim(limit, lease, clock.instant());
  }

  @Override
  public boolean holds(Due due) {
    return outbox.holds(due);
  }

  @Override
  public Optional<Instant> nextDue() {
    return outbox.nextDue(clock.instant());
  }

  @Override
  public void settle(Due due) {
    outbox.settle(due);
  }

  @Override
  public void postpone(Due due, Instant until, String because, boolean uncertain) {
    outbox.postpone(due, until, uncertain);
  }

  @Override
  public void park(Due due, String because) {
    outbox.park(due);
  }

  @Override
  public int release(BuyerId buyer) {
    return outbox.release(buyer, clock.instant());
  }

  @Override
  public void clearLeases() {
    outbox.clearLeases(clock.instant());
  }

  @Override
  public List<Order> ended(Instant now, int limit) {
    return tables
        .orders
        .rows()
        .map(OrderLine::order)
        .filter(order -> endOf(order).filter(end -> !end.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((Order order) -> endOf(order).orElseThrow())
                .thenComparing(MemoryWork::idOf))
        .limit(limit)
        .toList();
  }

  @Override
  public int stock(ProductId product, List<String> codes) {
    return stock.add(product, codes);
  }

  @Override
  public Optional<String> codeOf(OrderId order) {
    return stock.of(order).filter(Tables.Piece::sold).map(Tables.Piece::code);
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

  private boolean counted(ProductId product, OrderId order) {
    return lock(order)
        .map(Order::terms)
        .or(
            () ->
                locked.stream()
                    .flatMap(id -> tables.links.get(id).stream())
                    .map(Link::terms)
                    .filter(t -> t.product().equals(product))
                    .findFirst())
        .map(terms -> terms.delivery() instanceof Delivery.Code)
        .orElseGet(() -> stock.everHad(product));
  }

  private <H extends Home> Optional<H> locked(Optional<H> found) {
    found.ifPresent(home -> locked.add(idOf(home)));
    return found;
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
      case StrayCharge stray -> {
        var id = stray.charge().id().value();
        var since = tables.strays.get(id).map(StrayLine::since).orElse(at);
        if (!known) {
          mustBeNew(tables.charges, id);
        }
        tables.charges.put(id, Optional.empty());
        tables.strays.put(id, new StrayLine(stray, since));
      }
    }
  }

  private void write(Order order, boolean known, Instant at) {
    var id = order.id().value();
    if (!known) {
      mustBeNew(tables.orders, id);
    }
    var before = tables.orders.get(id);
    if (order instanceof Order.Paid paid) {
      var charge = paid.charge().id().value();
      var had = before.map(OrderLine::order).filter(o -> isPaidBy(o, paid.charge().id()));
      if (had.isEmpty()) {
        mustBeNew(tables.charges, charge);
      }
      tables.charges.put(charge, Optional.of(order.id()));
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

  private static void mustBeNew(Table<String, ?> table, String key) {
    if (table.has(key)) {
      throw new StoreException("%s is kept already.".formatted(key));
    }
  }

  private void shelve(Transition transition) {
    if (transition.shelving() != Transition.Shelving.NONE) {
      var order =
          orderIn(transition)
              .orElseThrow(() -> new StoreException("Stock moves with an order, and none moved."));
      stock.move(transition.shelving(), order.terms().product(), order.id());
    }
  }

  private Optional<Home> homeOf(PaymentEvent event) {
    if (event instanceof PaymentEvent.OfCharge of) {
      return lock(of.charge());
    }
    return Chronicle.orderOf(event).filter(o -> locked.contains(o.value())).flatMap(this::lock);
  }

  private static boolean isPaidBy(Order order, ChargeId charge) {
    return order instanceof Order.Paid paid && paid.charge().id().equals(charge);
  }

  private static Optional<Order> orderIn(Transition transition) {
    return transition.after().stream()
        .filter(Order.class::isInstance)
        .map(Order.class::cast)
        .findFirst();
  }

  private static Optional<Instant> endOf(Order order) {
    return switch (order) {
      case Order.Open open -> Optional.of(open.terms().validUntil());
      case Order.Approved approved -> Optional.of(approved.until());
      case Order.Expired expired -> Optional.empty();
      case Order.Paid paid -> Optional.empty();
    };
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
