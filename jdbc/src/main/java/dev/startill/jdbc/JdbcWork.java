package dev.startill.jdbc;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.ProductId;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
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
import dev.startill.port.Books;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit of work may do on one session. What it locked, {@link LockedHomes} remembers. For
 * one thread, for one unit.
 */
final class JdbcWork implements Store.Work {
  private final Session session;
  private final BotId bot;
  private final InstantSource clock;
  private final Ids ids;
  private final LockedHomes homes;
  private final StockTable codes;
  private final OutboxTable outbox;
  private final JournalTable journal;
  private final PostingTable postings;
  private final CaseTable cases;
  private final StatementTable statement;
  private final LeaseTable leases;

  JdbcWork(Session session, BotId bot, InstantSource clock, Ids ids) {
    this.session = session;
    this.bot = bot;
    this.clock = clock;
    this.ids = ids;
    this.homes = new LockedHomes(session, bot);
    this.codes = new StockTable(session, bot);
    this.outbox = new OutboxTable(session, bot);
    this.journal = new JournalTable(session, bot);
    this.postings = new PostingTable(session, bot);
    this.cases = new CaseTable(session, bot, ids);
    this.statement = new StatementTable(session, bot);
    this.leases = new LeaseTable(session, bot, clock);
  }

  @Override
  public boolean knows(ChargeId charge) {
    return session
        .about(charge)
        .one(Sql.KNOWS_CHARGE, row -> true, bot.value(), charge.value())
        .isPresent();
  }

  @Override
  public List<Posting> postings(ChargeId charge) {
    return postings.of(charge);
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
    return counted(product, order) ? codes.shelf(product, order) : Facts.Shelf.UNCOUNTED;
  }

  @Override
  public Facts.Handover handover(OrderId order) {
    return outbox.handover(order);
  }

  @Override
  public Optional<Due> commit(
      PaymentEvent event, Transition transition, Optional<MessageId> settles, Duration lease) {
    var lent = Lending.of(transition, lease, homes::isPaid);
    var chronicle = Chronicle.of(event, transition, homes.homeOf(event));
    var at = event.at();
    homes.write(transition.after(), at);
    transition.postings().forEach(posting -> postings.add(posting, at));
    shelve(transition);
    var now = clock.instant();
    settles.ifPresent(message -> outbox.settle(message, now));
    if (transition.withdraw()) {
      orderIn(transition).ifPresent(order -> outbox.withdraw(order.id(), now));
    }
    Optional<Due> leased = Optional.empty();
    for (var message : transition.messages()) {
      var isLent = lent.filter(message::equals).isPresent();
      var id = new MessageId(ids.next("msg"));
      var due = outbox.add(id, message, now, isLent ? lease : Duration.ZERO);
      leased = isLent ? Optional.of(due) : leased;
    }
    chronicle.lines().forEach(line -> journal.write(line, event, transition.detail()));
    chronicle.subject().ifPresent(subject -> writeCases(transition, subject, at));
    return leased;
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
    leases.clear();
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public void bury(Due due, String because, boolean uncertain) {
    outbox.bury(due, because, uncertain, clock.instant());
  }

  @Override
  public Optional<Message> dead(MessageId id) {
    return outbox.dead(id);
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
    statement.keep(from, lines, next, clock.instant());
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
  public int book(List<Posting> fresh, Instant at) {
    return fresh.stream().mapToInt(posting -> postings.addIfNew(posting, at)).sum();
  }

  @Override
  public Map<Account, Long> balances() {
    return PostingTable.balances(session, bot);
  }

  @Override
  public int ownerless(Instant since) {
    return homes.ownerless(since);
  }

  @Override
  public List<ChargeId> unstated(Instant bookedBefore, int limit) {
    return charges(Sql.UNSTATED, bookedBefore, limit);
  }

  @Override
  public long unstatedNanostars() {
    return session.one(Sql.UNSTATED_NANOSTARS, row -> row.getLong(1), bot.value()).orElseThrow();
  }

  @Override
  public List<ChargeId> unknownRefunds(Instant before, int limit) {
    return charges(Sql.UNKNOWN_REFUNDS, before, limit);
  }

  @Override
  public boolean raise(CaseReason reason, String detail, Instant at) {
    return cases.open(reason, CaseTable.BOT, detail, at);
  }

  @Override
  public boolean lower(CaseReason reason, String how, Instant at) {
    return cases.close(reason, CaseTable.BOT, how, at);
  }

  @Override
  public Optional<Books.CaseLine> caseOf(CaseId id) {
    return session.one(Sql.CASE_OF, BookLines::caseLine, bot.value(), id.value());
  }

  @Override
  public boolean resolve(CaseId id, String how, Instant at) {
    return cases.close(id, how, at);
  }

  @Override
  public int stock(ProductId product, List<String> codes) {
    return this.codes.add(product, codes, clock.instant());
  }

  @Override
  public Optional<String> codeOf(OrderId order) {
    return codes.soldTo(order);
  }

  private List<ChargeId> charges(Sql question, Instant before, int limit) {
    return session.all(
        question, row -> new ChargeId(row.getString(1)), bot.value(), Rows.micros(before), limit);
  }

  /**
   * By the order's frozen terms; before its birth, by those of the link that it is born on, or by
   * the stock.
   */
  private boolean counted(ProductId product, OrderId order) {
    return lock(order)
        .map(Order::terms)
        .or(() -> homes.linkTo(product).map(Link::terms))
        .map(terms -> terms.delivery() instanceof Delivery.Code)
        .orElseGet(() -> codes.everHad(product));
  }

  private void shelve(Transition transition) {
    if (transition.shelving() != Transition.Shelving.NONE) {
      var order =
          orderIn(transition)
              .orElseThrow(() -> new StoreException("Stock moves with an order, and none moved."));
      codes.move(transition.shelving(), order.terms().product(), order.id(), clock.instant());
    }
  }

  private void writeCases(Transition transition, Chronicle.Subject subject, Instant at) {
    transition.closed().forEach(reason -> cases.close(reason, subject, "", at));
    transition.opened().forEach(reason -> cases.open(reason, subject, transition.detail(), at));
  }

  private static Optional<Order> orderIn(Transition transition) {
    return transition.after().stream()
        .filter(Order.class::isInstance)
        .map(Order.class::cast)
        .findFirst();
  }
}
