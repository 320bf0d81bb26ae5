package dev.startill.jdbc;

import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs units in batches, and commits each batch once. A caller hears of its unit only after that
 * commit. Units fail seldom, so a batch runs boldly: one that fails takes the whole batch back, and
 * all run again, each in a savepoint of its own; so do the next few batches. Driven by one thread
 * at a time.
 */
final class GroupCommit implements Batcher.Batches {
  /** Enough to spread one disk sync thin; more would only make the first of them wait longer. */
  static final int MOST_UNITS = 256;

  /** A checkout that comes during a batch waits for its end: at most this, and one disk sync. */
  static final Duration LONGEST = Duration.ofMillis(25);

  /**
   * For so many batches after a failed unit, each unit has a savepoint. SQLite copies each page
   * that it changes under one, and a database elsewhere is asked twice more: a quarter of a sale's
   * cost.
   */
  static final int CAREFUL_BATCHES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final Lanes lanes;
  private final Writer writer;
  private final Function<Session, Store.Work> works;
  private final InstantSource clock;
  private final Batcher batcher;
  private final AtomicLong units = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();
  private volatile @Nullable Thread running;
  private int careful;

  GroupCommit(
      Lanes lanes,
      Writer writer,
      Function<Session, Store.Work> works,
      InstantSource clock,
      Batcher batcher) {
    this.lanes = lanes;
    this.writer = writer;
    this.works = works;
    this.clock = clock;
    this.batcher = batcher;
  }

  @Override
  public boolean next() throws InterruptedException {
    var first = lanes.take();
    first.ifPresent(this::batch);
    return first.isPresent();
  }

  @Override
  public boolean nextIfAny() {
    var first = lanes.poll();
    first.ifPresent(this::batch);
    return first.isPresent();
  }

  /** Whether this thread is running a unit just now. */
  boolean isRunningHere() {
    return Thread.currentThread().equals(running);
  }

  JdbcStore.Stats stats() {
    return new JdbcStore.Stats(units.get(), commits.get());
  }

  /** Closes what it writes with, once nothing is driven any more. */
  void close() {
    writer.close();
  }

  private void batch(Ticket<?> first) {
    var ran = new ArrayList<Ticket<?>>();
    running = Thread.currentThread();
    try {
      run(first, ran);
    } catch (RuntimeException | Error e) {
      // A defect of ours must not leave callers waiting for ever.
      LOG.error("A batch of {} units failed", ran.size(), e);
      undo();
      first.fail(new StoreException("The store failed.", e));
      ran.forEach(ticket -> ticket.fail(new StoreException("The store failed.", e)));
    } finally {
      running = null;
    }
  }

  private void run(Ticket<?> first, List<Ticket<?>> ran) {
    var begun = say(Batcher.Word.BEGIN);
    if (begun.isPresent()) {
      refuse(first, begun.get());
      return;
    }
    var apart = careful > 0;
    careful -= apart ? 1 : 0;
    writer.session().gather(!apart);
    var end = batcher.nanoTime() + LONGEST.toNanos();
    Optional<Ticket<?>> next = Optional.of(first);
    while (next.isPresent()) {
      var ticket = next.get();
      if (ticket.begin(clock.instant())) {
        ran.add(ticket);
        if (!(apart ? survives(ticket) : succeeds(ticket))) {
          runAgain(ran, apart);
          return;
        }
      }
      var more = ran.size() < MOST_UNITS && batcher.nanoTime() < end;
      next = more ? lanes.poll() : Optional.empty();
    }
    if (tried(writer.session()::sayGathered).isPresent()) {
      runAgain(ran, apart);
      return;
    }
    finish(ran);
  }

  /** Runs a unit; whether it did what it should. What it wrote has to be taken back otherwise. */
  private boolean succeeds(Ticket<?> ticket) {
    try {
      ticket.run(works.apply(writer.session()));
    } catch (RuntimeException | Error e) {
      ticket.failing(e);
      return false;
    }
    var swallowed = writer.session().takeFailure();
    swallowed.ifPresent(ticket::failing);
    return swallowed.isEmpty();
  }

  /** Runs a unit in its savepoint; whether the transaction survives it, should it fail. */
  private boolean survives(Ticket<?> ticket) {
    var unsaved = say(Sql.SAVE);
    if (unsaved.isPresent()) {
      ticket.failing(unsaved.get());
      return false;
    }
    if (!succeeds(ticket)) {
      return back();
    }
    var gone = say(Sql.RELEASE);
    gone.ifPresent(ticket::failing);
    return gone.isEmpty();
  }

  /**
   * Back to before the unit. That there is no such savepoint means that its transaction is gone.
   */
  private boolean back() {
    writer.session().takeFailure();
    return say(Sql.UNDO).isEmpty() && say(Sql.RELEASE).isEmpty();
  }

  private void finish(List<Ticket<?>> ran) {
    var failure = say(Batcher.Word.COMMIT);
    if (failure.isPresent()) {
      LOG.error("A commit of {} units failed: {}", ran.size(), failure.get().getMessage());
      undo();
      ran.forEach(ticket -> ticket.fail(unknown(failure.get())));
      return;
    }
    units.addAndGet(ran.size());
    commits.incrementAndGet();
    ran.forEach(Ticket::tell);
  }

  /** A unit failed and took its batch along: all of them run once more, less boldly. */
  private void runAgain(List<Ticket<?>> batch, boolean apart) {
    undo();
    careful = CAREFUL_BATCHES;
    writer.session().gather(false);
    var together = !apart && batch.size() > 1 && runAllSaved(batch);
    if (!together) {
      runEachAlone(batch);
    }
  }

  /** Runs units in savepoints and commits; false if their transaction ended early. */
  private boolean runAllSaved(List<Ticket<?>> batch) {
    var all = say(Batcher.Word.BEGIN).isEmpty() && batch.stream().allMatch(this::survives);
    if (all) {
      finish(batch);
    } else {
      undo();
    }
    return all;
  }

  /** One unit's error ended the transaction of all: each gets one of its own. */
  private void runEachAlone(List<Ticket<?>> batch) {
    LOG.warn("A batch of {} units failed; each runs again alone", batch.size());
    for (var ticket : batch) {
      var begun = say(Batcher.Word.BEGIN);
      if (begun.isPresent()) {
        ticket.fail(begun.get());
      } else if (succeeds(ticket)) {
        finish(List.of(ticket));
      } else {
        undo();
        ticket.tell();
      }
    }
  }

  /** Nothing can be written now: everybody who waits hears it, rather than one each time. */
  private void refuse(Ticket<?> first, StoreException because) {
    LOG.error("No transaction could begin: {}", because.getMessage());
    undo();
    // All are taken before the first is told: whoever comes after that deserves a try of its own.
    var refused = new ArrayList<Ticket<?>>();
    Optional<Ticket<?>> next = Optional.of(first);
    while (next.isPresent()) {
      refused.add(next.get());
      next = refused.size() < MOST_UNITS ? lanes.poll() : Optional.empty();
    }
    refused.stream()
        .filter(ticket -> ticket.begin(clock.instant()))
        .forEach(ticket -> ticket.fail(because));
  }

  private void undo() {
    say(Batcher.Word.ROLLBACK);
  }

  /** Says where the transaction begins or ends; what went wrong, if something did. */
  private Optional<StoreException> say(Batcher.Word word) {
    return tried(() -> batcher.say(word, () -> write(word)));
  }

  /** Says a word of a savepoint; what went wrong, if something did. */
  private Optional<StoreException> say(Sql word) {
    return tried(() -> writer.session().change(word));
  }

  private void write(Batcher.Word word) {
    switch (word) {
      case BEGIN -> writer.begin();
      case COMMIT -> writer.commit();
      case ROLLBACK -> writer.rollback();
    }
  }

  private Optional<StoreException> tried(Runnable word) {
    writer.session().takeFailure();
    try {
      word.run();
      return Optional.empty();
    } catch (StoreException e) {
      writer.session().takeFailure();
      return Optional.of(e);
    }
  }

  private static StoreException unknown(StoreException cause) {
    return new StoreException(
        "Nobody knows whether it was recorded: %s".formatted(cause.getMessage()), cause);
  }
}
