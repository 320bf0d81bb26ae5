package dev.startill.jdbc;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.ProductId;
import dev.startill.party.BotId;
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
import dev.startill.port.Chronicle;
import dev.startill.port.Due;
import dev.startill.port.Ids;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit of work may do on one session. It remembers what the unit locked: that is what a
 * commit changes, and what it decided against. For one thread, for one unit.
 */
final class JdbcWork implements Store.Work {
  private final Session session;
  private final BotId bot;
  private final InstantSource clock;
  private final Ids ids;
  private final HomeTable homes;
  private final StockTable codes;
  private final OutboxTable outbox;
  private final JournalTable journal;
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<LinkId, Link> links = new HashMap<>();
  private final Map<ChargeId, StrayCharge> strays = new HashMap<>();

  JdbcWork(Session session, BotId bot, InstantSource clock, Ids ids) {
    this.session = session;
    this.bot = bot;
    this.clock = clock;
    this.ids = ids;
    this.homes = new HomeTable(session, bot);
    this.codes = new StockTable(session, bot);
    this.outbox = new OutboxTable(session, bot);
    this.journal = new JournalTable(session, bot, ids);
  }

  @Override
  public boolean knows(ChargeId charge) {
    return session.one(Sql.KNOWS_CHARGE, row -> true, bot.value(), charge.value()).isPresent();
  }

  @Override
  public Optional<Order> lock(OrderId order) {
    var locked = orders.get(order);
    return locked != null
        ? Optional.of(locked)
        : locked(session.one(Sql.LOCK_ORDER, Rows::order, bot.value(), order.value()));
  }

  @Override
  public Optional<Home> lock(ChargeId charge) {
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

  @Override
  public Optional<Link> lock(LinkId link) {
    var found = session.one(Sql.LOCK_LINK, Rows::link, bot.value(), link.value());
    found.ifPresent(this::remember);
    return found;
  }

  @Override
  public Optional<Order> lockApproved(LinkId link, BuyerId buyer) {
    return locked(
        session.one(Sql.LOCK_APPROVED, Rows::order, bot.value(), link.value(), buyer.value()));
  }

  @Override
  public Optional<Order> lockUnpaid(ProductId product, BuyerId buyer) {
    return locked(
        session.one(Sql.LOCK_UNPAID, Rows::order, bot.value(), buyer.value(), product.value()));
  }

  @Override
  public Facts.Shelf shelf(ProductId product, OrderId order) {
    return counted(product, order) ? codes.shelf(product, order) : Facts.Shelf.UNCOUNTED;
  }

  @Override
  public Facts.Handover handover(OrderId order) {
    return outbox.handover(order);
  }

  @Override
  public void commit(PaymentEvent event, Transition transition, Optional<MessageId> settles) {
    var chronicle = Chronicle.of(event, transition, homeOf(event));
    var at = event.at();
    // What is known changes first: a buyer's old order expires before the new one opens.
    transition.after().stream().filter(this::isLocked).forEach(home -> write(home, at));
    transition.after().stream().filter(h -> !isLocked(h)).forEach(home -> write(home, at));
    transition.postings().forEach(posting -> journal.post(posting, at));
    shelve(transition);
    var now = clock.instant();
    settles.ifPresent(message -> outbox.settle(message, now));
    if (transition.withdraw()) {
      orderIn(transition).ifPresent(order -> outbox.withdraw(order.id(), now));
    }
    for (var message : transition.messages()) {
      outbox.add(new MessageId(ids.next("msg")), message, now);
    }
    chronicle.lines().forEach(line -> journal.write(line, event, transition.detail()));
    writeCases(transition, chronicle, at);
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
    outbox.settle(due, clock.instant());
  }

  @Override
  public void postpone(Due due, Instant until, String because, boolean uncertain) {
    outbox.postpone(due, until, because, uncertain, clock.instant());
  }

  @Override
  public void park(Due due, String because) {
    outbox.park(due, because, clock.instant());
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
    return session.all(Sql.ENDED, Rows::order, bot.value(), Rows.micros(now), limit);
  }

  @Override
  public int stock(ProductId product, List<String> codes) {
    return this.codes.add(product, codes, clock.instant());
  }

  @Override
  public Optional<String> codeOf(OrderId order) {
    return codes.soldTo(order);
  }

  /**
   * By the order's frozen terms; before its birth, by those of the link that it is born on, or by
   * the stock.
   */
  private boolean counted(ProductId product, OrderId order) {
    return lock(order)
        .map(Order::terms)
        .or(
            () ->
                links.values().stream()
                    .map(Link::terms)
                    .filter(t -> t.product().equals(product))
                    .findFirst())
        .map(terms -> terms.delivery() instanceof Delivery.Code)
        .orElseGet(() -> codes.everHad(product));
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

  private boolean isLocked(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> true;
      case Link link -> links.containsKey(link.id());
      case Order order -> orders.containsKey(order.id());
      case StrayCharge stray -> strays.containsKey(stray.charge().id());
    };
  }

  private void write(Home home, Instant at) {
    switch (home) {
      case Home.Nothing nothing -> {}
      case Link link -> {
        if (links.containsKey(link.id())) {
          homes.change(link, at);
        } else {
          homes.add(link, at);
        }
      }
      case Order order -> {
        var before = orders.get(order.id());
        if (before == null) {
          homes.add(order, at);
        } else {
          homes.change(before, order, at);
        }
      }
      case StrayCharge stray -> {
        var before = strays.get(stray.charge().id());
        if (before == null) {
          homes.add(stray, at);
        } else {
          homes.change(before, stray);
        }
      }
    }
    remember(home);
  }

  private void shelve(Transition transition) {
    if (transition.shelving() != Transition.Shelving.NONE) {
      var order =
          orderIn(transition)
              .orElseThrow(() -> new StoreException("Stock moves with an order, and none moved."));
      codes.move(transition.shelving(), order.terms().product(), order.id(), clock.instant());
    }
  }

  private void writeCases(Transition transition, Chronicle chronicle, Instant at) {
    chronicle
        .subject()
        .ifPresent(
            subject -> {
              transition.closed().forEach(reason -> journal.close(reason, subject, at));
              transition
                  .opened()
                  .forEach(reason -> journal.open(reason, subject, transition.detail(), at));
            });
  }

  private Optional<Home> homeOf(PaymentEvent event) {
    if (event instanceof PaymentEvent.OfCharge of) {
      return Optional.<Home>ofNullable(strays.get(of.charge()))
          .or(() -> orders.values().stream().filter(o -> isPaidBy(o, of.charge())).findFirst());
    }
    return Chronicle.orderOf(event).map(orders::get);
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
}
