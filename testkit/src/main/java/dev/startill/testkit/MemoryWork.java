package dev.startill.testkit;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.ProductId;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Facts;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.CaseId;
import dev.startill.port.Chronicle;
import dev.startill.port.Cursor;
import dev.startill.port.Due;
import dev.startill.port.Ids;
import dev.startill.port.Leases;
import dev.startill.port.Lending;
import dev.startill.port.StatementLine;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one unit of work may do in memory. Guarded by the store's lock. */
final class MemoryWork implements Store.Work {
  private final Tables tables;
  private final InstantSource clock;
  private final Ids ids;
  private final MemoryHomes homes;
  private final MemoryJournal journal;
  private final MemoryStock stock;
  private final MemoryOutbox outbox;
  private final MemoryCases cases;
  private final MemoryStatement statement;
  private final MemoryCharges charges;
  private final MemoryLeases leases;
  private Optional<StoreException> failure = Optional.empty();

  MemoryWork(Tables tables, InstantSource clock, Ids ids) {
    this.tables = tables;
    this.clock = clock;
    this.ids = ids;
    this.homes = new MemoryHomes(tables);
    this.journal = new MemoryJournal(tables);
    this.stock = new MemoryStock(tables);
    this.outbox = new MemoryOutbox(tables);
    this.cases = new MemoryCases(tables, ids);
    this.statement = new MemoryStatement(tables);
    this.charges = new MemoryCharges(tables, statement, cases);
    this.leases = new MemoryLeases(tables, clock);
  }

  @Override
  public boolean knows(ChargeId charge) {
    return tables.charges.has(charge.value());
  }

  @Override
  public List<Posting> postings(ChargeId charge) {
    return Stream.of(Source.Kind.CHARGE, Source.Kind.REFUND)
        .flatMap(kind -> journal.posting(new Source(kind, charge.value())).stream())
        .toList();
  }

  @Override
  public Optional<Order> lock(OrderId order) {
    return homes.lock(order);
  }

  @Override
  public Optional<Home> lock(ChargeId charge) {
    return homes.lock(charge);
  }

  @Override
  public Optional<Link> lock(LinkId link) {
    return homes.lock(link);
  }

  @Override
  public Optional<Order> lockApproved(LinkId link, BuyerId buyer) {
    return homes.lockApproved(link, buyer);
  }

  @Override
  public Optional<Order> lockUnpaid(ProductId product, BuyerId buyer) {
    return homes.lockUnpaid(product, buyer);
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
  public Optional<Due> commit(
      PaymentEvent event, Transition transition, Optional<MessageId> settles, Duration lease) {
    try {
      return write(event, transition, settles, lease);
    } catch (StoreException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  private Optional<Due> write(
      PaymentEvent event, Transition transition, Optional<MessageId> settles, Duration lease) {
    var lent = Lending.of(transition, lease, homes::isPaid);
    var chronicle = Chronicle.of(event, transition, homes.homeOf(event));
    var at = event.at();
    homes.write(transition.after(), at);
    transition.postings().forEach(posting -> journal.post(posting, at));
    shelve(transition);
    var now = clock.instant();
    settles.ifPresent(message -> outbox.settle(message, now));
    if (transition.withdraw()) {
      orderIn(transition).ifPresent(order -> outbox.withdraw(order.id(), now));
    }
    var leased = new ArrayList<Due>();
    for (var message : transition.messages()) {
      var id = outbox.add(new MessageId(ids.next("msg")), message, now);
      lent.filter(message::equals).ifPresent(m -> leased.add(outbox.lease(id, lease, now)));
    }
    chronicle.lines().forEach(line -> journal.write(line, event, transition.detail()));
    chronicle.subject().ifPresent(subject -> cases.write(transition, subject, at));
    return leased.stream().findFirst();
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
    outbox.postpone(due, until, letter -> letter.because(because, uncertain), clock.instant());
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
    leases.clear();
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public void bury(Due due, String because, boolean uncertain) {
    outbox.bury(due, letter -> letter.because(because, uncertain), clock.instant());
  }

  @Override
  public Optional<Message> dead(MessageId id) {
    return outbox.dead(id).map(Tables.Letter::message);
  }

  @Override
  public boolean revive(MessageId id) {
    return outbox.revive(id, clock.instant());
  }

  @Override
  public int prune(Instant before, int limit) {
    return outbox.prune(before, limit);
  }

  @Override
  public List<Order> ended(Instant holds, Instant validities, int limit) {
    return homes.ended(holds, validities, limit);
  }

  @Override
  public Cursor cursor() {
    return statement.cursor();
  }

  @Override
  public void keep(long from, List<StatementLine> lines, Cursor next) {
    statement.keep(from, lines, next);
  }

  @Override
  public Optional<StatementLine> lineAt(long place) {
    return statement.at(place);
  }

  @Override
  public List<Long> pendingWithdrawals(int limit) {
    return statement.pendingWithdrawals(limit);
  }

  @Override
  public int book(List<Posting> postings, Instant at) {
    return postings.stream().mapToInt(posting -> journal.postIfNew(posting, at)).sum();
  }

  @Override
  public Map<Account, Long> balances() {
    return journal.balances();
  }

  @Override
  public int ownerless(Instant since) {
    return charges.ownerless(since);
  }

  @Override
  public List<ChargeId> unstated(Instant bookedBefore, int limit) {
    return charges.unstated(bookedBefore, limit);
  }

  @Override
  public long unstatedNanostars() {
    return charges.unstatedNanostars();
  }

  @Override
  public List<ChargeId> unknownRefunds(Instant before, int limit) {
    return charges.unknownRefunds(before, limit);
  }

  @Override
  public boolean raise(CaseReason reason, String detail, Instant at) {
    return cases.raise(reason, detail, at);
  }

  @Override
  public boolean lower(CaseReason reason, String how, Instant at) {
    return cases.lower(reason, how, at);
  }

  @Override
  public Optional<CaseLine> caseOf(CaseId id) {
    return cases.of(id);
  }

  @Override
  public boolean resolve(CaseId id, String how, Instant at) {
    return cases.resolve(id, how, at);
  }

  @Override
  public int stock(ProductId product, List<String> codes) {
    return stock.add(product, codes);
  }

  @Override
  public Optional<String> codeOf(OrderId order) {
    return stock
        .of(order)
        .filter(piece -> piece.spot() == Tables.Spot.SOLD)
        .map(Tables.Piece::code);
  }

  private boolean counted(ProductId product, OrderId order) {
    return lock(order)
        .map(Order::terms)
        .or(() -> homes.linkTo(product).map(Link::terms))
        .map(terms -> terms.delivery() instanceof Delivery.Code)
        .orElseGet(() -> stock.everHad(product));
  }

  private void shelve(Transition transition) {
    if (transition.shelving() != Transition.Shelving.NONE) {
      var order =
          orderIn(transition)
              .orElseThrow(() -> new StoreException("Stock moves with an order, and none moved."));
      stock.move(transition.shelving(), order.terms().product(), order.id());
    }
  }

  private static Optional<Order> orderIn(Transition transition) {
    return transition.after().stream()
        .filter(Order.class::isInstance)
        .map(Order.class::cast)
        .findFirst();
  }
}
