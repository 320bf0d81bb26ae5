package dev.startill.jdbc;

import dev.startill.jdbc.JoinedTransaction.Handling;
import dev.startill.party.BotId;
import dev.startill.port.Archive;
import dev.startill.port.Books;
import dev.startill.port.Condition;
import dev.startill.port.Fulfilment;
import dev.startill.port.Ids;
import dev.startill.port.JoinedFulfilment;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in a database: SQLite for one machine, PostgreSQL for several. Units of work share
 * durable commits ({@code GroupCommit}), so that many of them cost one disk sync. Threads share it;
 * so may other processes.
 */
public final class JdbcStore implements Store {
  /**
   * How many units may wait in each lane: a second or so of what one disk can take, so that a full
   * queue says early what a checkout's deadline would say late.
   */
  public static final int QUEUE = 4096;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);

  private final Lanes lanes = new Lanes(QUEUE);
  private final Batcher batcher;
  private final GroupCommit group;
  private final Readers readers;
  private final Books books;
  private final Archive archive;
  private final Premises premises;
  private final BotId bot;
  private final Writer writer;
  private final Dialect dialect;
  private final Guest guest;
  private final OwnTransactions own;
  private final Duration joinedHandler;
  private final Duration checkoutDeadline;
  private final InstantSource clock;

  private JdbcStore(
      Writer writer,
      Dialect dialect,
      BotId bot,
      Settings settings,
      InstantSource clock,
      RandomGenerator random,
      Batcher batcher) {
    var ids = new Ids(clock, random);
    this.clock = clock;
    this.batcher = batcher;
    this.bot = bot;
    this.writer = writer;
    this.dialect = dialect;
    this.guest = new Guest(dialect, bot, clock, ids);
    this.own = new OwnTransactions(dialect);
    this.joinedHandler = settings.joinedHandler();
    this.checkoutDeadline = settings.checkoutDeadline();
    this.group =
        new GroupCommit(
            lanes, writer, session -> new JdbcWork(session, bot, clock, ids), clock, batcher);
    this.readers = new Readers(dialect);
    this.books = new JdbcBooks(readers, bot);
    this.archive = new JdbcArchive(readers, bot);
    this.premises = new Premises(dialect);
    batcher.drive(group);
  }

  /**
   * Opens a bot's store as most want it: with the default settings, time and chance of the system.
   *
   * @param url such as {@code jdbc:sqlite:startill.db}
   * @throws StoreException as the longer form does
   */
  public static JdbcStore open(String url, BotId bot) {
    return open(Login.in(url), bot);
  }

  /**
   * The same, as a user whom the URL does not name, or beside an application's own tables: {@code
   * Login.in(url).withTablePrefix("startill_")}.
   *
   * @throws StoreException as the longer form does
   */
  public static JdbcStore open(Login login, BotId bot) {
    return open(login, bot, Settings.defaults(), InstantSource.system(), new SecureRandom());
  }

  /**
   * Opens a store, bringing its schema up to date.
   *
   * @param url such as {@code jdbc:sqlite:startill.db}, or {@code
   *     jdbc:postgresql://host/shop?user=shop&password=…}, whose driver the caller brings
   * @throws StoreException if the database cannot be opened or written, or is newer than this
   *     program, or has tables of somebody else's in the place of ours
   */
  public static JdbcStore open(
      String url, BotId bot, Settings settings, InstantSource clock, RandomGenerator random) {
    return open(url, bot, settings, clock, random, Batcher.onItsOwnThread());
  }

  /**
   * The same, as a user whom the URL does not name, or under names with a prefix.
   *
   * @throws StoreException as the form with a URL does
   */
  public static JdbcStore open(
      Login login, BotId bot, Settings settings, InstantSource clock, RandomGenerator random) {
    return open(Dialect.of(login), bot, settings, clock, random, Batcher.onItsOwnThread());
  }

  /**
   * Opens a store whose schema somebody else looks after: it is checked, and never changed.
   *
   * @throws StoreException if a step of the schema is missing, too
   */
  public static JdbcStore openPrepared(
      String url, BotId bot, Settings settings, InstantSource clock, RandomGenerator random) {
    return openPrepared(Login.in(url), bot, settings, clock, random);
  }

  /** The same, as a user whom the URL does not name, or under names with a prefix. */
  public static JdbcStore openPrepared(
      Login login, BotId bot, Settings settings, InstantSource clock, RandomGenerator random) {
    var dialect = Dialect.of(login);
    var batcher = Batcher.onItsOwnThread();
    var writer = Writer.open(dialect, bot, new Migrator(dialect, clock)::check, batcher::nanoTime);
    return new JdbcStore(writer, dialect, bot, settings, clock, random, batcher);
  }

  /** Opens a store whose batches somebody else drives. */
  public static JdbcStore open(
      String url,
      BotId bot,
      Settings settings,
      InstantSource clock,
      RandomGenerator random,
      Batcher batcher) {
    return open(Dialect.of(url), bot, settings, clock, random, batcher);
  }

  /**
   * Opens a store over connections that somebody else makes: for simulations, whose database is in
   * memory and may run out of room on demand. A server names a file instead.
   */
  public static JdbcStore open(
      Connections connections,
      BotId bot,
      Settings settings,
      InstantSource clock,
      RandomGenerator random,
      Batcher batcher) {
    return open(new Sqlite(connections), bot, settings, clock, random, batcher);
  }

  private static JdbcStore open(
      Dialect dialect,
      BotId bot,
      Settings settings,
      InstantSource clock,
      RandomGenerator random,
      Batcher batcher) {
    var writer =
        Writer.open(dialect, bot, new Migrator(dialect, clock)::migrate, batcher::nanoTime);
    return new JdbcStore(writer, dialect, bot, settings, clock, random, batcher);
  }

  @Override
  public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
    if (group.isRunningHere()) {
      throw new IllegalStateException("A unit of work opens no other: pass its Work along.");
    }
    return switch (lane) {
      case CHECKOUT -> {
        var ticket = new Ticket<>(unit, clock.instant().plus(checkoutDeadline));
        lanes.add(lane, ticket);
        batcher.awaited();
        yield ticket.await(checkoutDeadline);
      }
      case ROUTINE -> {
        var ticket = new Ticket<>(unit);
        lanes.add(lane, ticket);
        batcher.awaited();
        yield ticket.await();
      }
    };
  }

  @Override
  public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
    try {
      lanes.addUnawaited(new Ticket<>(unit, committed));
    } catch (StoreException e) {
      LOG.warn("An unawaited unit was left out: {}", e.getMessage());
    }
  }

  @Override
  public Optional<Condition> condition() {
    return Optional.of(premises.look());
  }

  /** Where a URL's file lies, for those that name one that is there; it is not opened. */
  public static Optional<Condition.Disk> disk(String url) {
    return Dialect.of(url).file().flatMap(Premises::disk);
  }

  /**
   * Lets a handler write in the very transaction that marks its goods as handed over: {@code
   * Startill.over(store, telegram).fulfilling(store.joined((purchase, connection) -> …))}. On
   * SQLite that is a unit of work of the only writer, so the handler has one second ({@code
   * Settings.joinedHandler}). Elsewhere it has a connection to itself, and as long as any handler.
   */
  public JoinedFulfilment joined(JdbcFulfilment handler) {
    return dialect.hasOneWriter()
        ? new JoinedUnit(this, handler)
        : new JoinedTransaction(
            own, handler, guest, Bound.of(dialect, joinedHandler), OwnTransactions.MOST);
  }

  /**
   * The same in transactions that somebody else runs, such as Spring's: the handler works in them
   * as its framework has it.
   *
   * @param transactions on this store's database, of PostgreSQL or MariaDB for preference: on
   *     SQLite they are bounded likewise, and begin anew where somebody else wrote in between
   */
  public JoinedFulfilment joined(Transactions transactions, Fulfilment handler) {
    return new JoinedTransaction(
        transactions,
        JoinedTransaction.withoutConnection(handler),
        guest,
        Bound.of(dialect, joinedHandler),
        Integer.MAX_VALUE);
  }

  /**
   * Lends the writer's connection to a handler on this thread, within a unit of work.
   *
   * @param mark what the unit does once the handler has returned
   */
  <T> T lend(Handling handler, Function<Work, T> mark) throws Exception {
    var loan = new Loan<T>(writer::session, mark, dialect, joinedHandler);
    var ticket = new Ticket<Loan.Ending<T>>(loan::unit);
    ticket.whenOver(loan::end);
    lanes.add(Lane.ROUTINE, ticket);
    batcher.awaited();
    loan.borrow(handler);
    return switch (ticket.await()) {
      case Loan.Ending.Kept<T> kept -> kept.result();
      case Loan.Ending.Thrown<T> thrown -> throw thrown(thrown.because());
    };
  }

  /** As it is to be thrown. */
  static Exception thrown(Throwable because) {
    if (because instanceof Error error) {
      throw error;
    }
    return (Exception) because;
  }

  @Override
  public Optional<BotId> bot() {
    return Optional.of(bot);
  }

  @Override
  public Books books() {
    return books;
  }

  /** The whole of the books, for whoever checks or copies all of it. */
  public Archive archive() {
    return archive;
  }

  /** How many units became durable since the start, in how many commits. */
  public Stats stats() {
    return group.stats();
  }

  @Override
  public void close() {
    lanes.close();
    batcher.close();
    group.close();
    own.close();
    readers.close();
  }

  /**
   * How much was written, and in how many commits.
   *
   * @param units of work that ended in a commit
   * @param commits that made them durable
   */
  public record Stats(long units, long commits) {}
}
