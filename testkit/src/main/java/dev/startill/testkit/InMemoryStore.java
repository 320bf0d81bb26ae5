package dev.startill.testkit;

import dev.startill.catalog.Owner;
import dev.startill.ledger.Account;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Standing;
import dev.startill.port.Archive;
import dev.startill.port.Books;
import dev.startill.port.CaseId;
import dev.startill.port.Cursor;
import dev.startill.port.Ids;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A store that forgets with its process. One lock, one unit at a time; a unit that throws leaves no
 * trace. Threads share it. Made for tests and small simulations: most questions read every row.
 */
public final class InMemoryStore implements Store, Books {
  private final Tables tables = new Tables();
  private final MemoryOutbox outbox = new MemoryOutbox(tables);
  private final MemoryJournal journal = new MemoryJournal(tables);
  private final MemoryStatement statement = new MemoryStatement(tables);
  private final ReentrantLock lock = new ReentrantLock(true);
  private final InstantSource clock;
  private final Duration checkoutDeadline;
  private final Ids ids;
  private boolean closed;

  /** An empty one, with time and chance from outside. */
  public InMemoryStore(InstantSource clock, Settings settings, RandomGenerator random) {
    this.clock = clock;
    this.checkoutDeadline = settings.checkoutDeadline();
    this.ids = new Ids(clock, random);
  }

  @Override
  public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("A unit of work opens no other: pass its Work along.");
    }
    var deadline = clock.instant().plus(checkoutDeadline);
    enter(lane);
    try {
      if (closed) {
        throw new StoreException("The store is closed.");
      }
      if (lane == Lane.CHECKOUT && clock.instant().isAfter(deadline)) {
        throw tooLate();
      }
      var work = new MemoryWork(tables, clock, ids);
      var result = unit.apply(work);
      if (work.failure().isPresent()) {
        throw work.failure().get();
      }
      tables.keep();
      return result;
    } finally {
      tables.undo();
      lock.unlock();
    }
  }

  @Override
  public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
    try {
      committed.accept(inTransaction(Lane.ROUTINE, unit));
    } catch (RuntimeException e) {
      // Nobody waits to hear it: a lost unit is what its caller allowed.
    }
  }

  @Override
  public Books books() {
    return this;
  }

  @Override
  public List<OrderLine> orders(int limit, Optional<OrderId> before) {
    return reading(
        () ->
            tables
                .orders
                .rows()
                .filter(l -> before.isEmpty() || idOf(l).compareTo(before.get().value()) < 0)
                .sorted(Comparator.comparing(InMemoryStore::idOf).reversed())
                .limit(limit)
                .toList());
  }

  @Override
  public List<OrderLine> ordersOf(BuyerId buyer, int limit) {
    return reading(
        () ->
            tables
                .orders
                .rows()
                .filter(line -> isOf(line.order(), buyer))
                .sorted(Comparator.comparing(InMemoryStore::idOf).reversed())
                .limit(limit)
                .toList());
  }

  @Override
  public List<Order.Paid> keptOrdersOf(BuyerId buyer) {
    return reading(
        () ->
            tables
                .orders
                .rows()
                .map(OrderLine::order)
                .filter(Order.Paid.class::isInstance)
                .map(Order.Paid.class::cast)
                .filter(order -> order.charge().buyer().equals(buyer))
                .filter(order -> order.charge().standing() instanceof Standing.Kept)
                .sorted(
                    Comparator.comparing((Order.Paid order) -> order.charge().at())
                        .thenComparing(order -> order.id().value()))
                .toList());
  }

  private static boolean isOf(Order order, BuyerId buyer) {
    return order.terms().owner().equals(new Owner.Only(buyer))
        || (order instanceof Order.Approved approved && approved.buyer().equals(buyer))
        || (order instanceof Order.Paid paid && paid.charge().buyer().equals(buyer));
  }

  @Override
  public Optional<OrderStory> story(OrderId order) {
    return reading(
        () ->
            tables
                .orders
                .get(order.value())
                .map(
                    line ->
                        new OrderStory(
                            line,
                            tables.history.get(order.value()).orElse(List.of()),
                            openCases()
                                .filter(c -> c.order().filter(order::equals).isPresent())
                                .toList())));
  }

  @Override
  public List<StrayLine> strays(int limit) {
    return reading(
        () ->
            tables
                .strays
                .rows()
                .sorted(
                    Comparator.comparing(StrayLine::since)
                        .thenComparing(l -> l.stray().charge().id().value())
                        .reversed())
                .limit(limit)
                .toList());
  }

  @Override
  public List<CaseLine> cases(int limit) {
    return reading(() -> openCases().limit(limit).toList());
  }

  @Override
  public Optional<CaseLine> caseOf(CaseId id) {
    return reading(() -> tables.cases.get(id.value()).map(Tables.CaseRow::line));
  }

  @Override
  public Optional<Home> charge(ChargeId id) {
    return reading(
        () -> {
          var order = tables.charges.get(id.value()).flatMap(o -> o);
          return order
              .flatMap(o -> tables.orders.get(o.value()))
              .<Home>map(OrderLine::order)
              .or(() -> tables.strays.get(id.value()).map(StrayLine::stray));
        });
  }

  @Override
  public List<HistoryLine> historyOf(ChargeId stray) {
    return reading(() -> tables.history.get(stray.value()).orElse(List.of()));
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return reading(
        () ->
            outbox
                .dead()
                .limit(limit)
                .map(
                    l ->
                        new DeadLetter(
                            l.id(), l.message(), l.attempt(), l.because(), l.since(), l.changed()))
                .toList());
  }

  @Override
  public Cursor cursor() {
    return reading(statement::cursor);
  }

  @Override
  public Map<Account, Long> balances() {
    return reading(journal::balances);
  }

  /** The whole of the books, for whoever checks or copies all of it. */
  public Archive archive() {
    return new Archive() {
      @Override
      public <T> T read(Function<Snapshot, T> reader) {
        return reading(() -> reader.apply(new MemoryArchive(tables)));
      }
    };
  }

  @Override
  public long waitingMessages() {
    return reading(outbox::waiting);
  }

  @Override
  public List<StockLine> stock() {
    return reading(
        () ->
            tables.pieces.rows().map(Tables.Piece::product).distinct().sorted().toList().stream()
                .map(this::stockOf)
                .toList());
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private StockLine stockOf(String product) {
    var pieces = tables.pieces.rows().filter(p -> p.product().equals(product)).toList();
    var counts =
        pieces.stream().collect(Collectors.groupingBy(Tables.Piece::spot, Collectors.counting()));
    return new StockLine(
        product,
        counts.getOrDefault(Tables.Spot.FREE, 0L),
        counts.getOrDefault(Tables.Spot.HELD, 0L),
        counts.getOrDefault(Tables.Spot.SOLD, 0L),
        counts.getOrDefault(Tables.Spot.REVOKED, 0L));
  }

  private Stream<CaseLine> openCases() {
    return tables
        .cases
        .rows()
        .filter(Tables.CaseRow::open)
        .map(Tables.CaseRow::line)
        .sorted(Comparator.comparing(CaseLine::since).thenComparing(line -> line.id().value()));
  }

  private <T> T reading(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  private void enter(Lane lane) {
    try {
      if (lane == Lane.ROUTINE) {
        lock.lockInterruptibly();
      } else if (!lock.tryLock(checkoutDeadline.toNanos(), TimeUnit.NANOSECONDS)) {
        throw tooLate();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted before it was recorded.", e);
    }
  }

  private static StoreException tooLate() {
    return new StoreException("Not recorded before its deadline. Say no.");
  }

  private static String idOf(OrderLine line) {
    return line.order().id().value();
  }
}
