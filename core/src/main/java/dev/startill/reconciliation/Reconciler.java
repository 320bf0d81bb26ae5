package dev.startill.reconciliation;

import dev.startill.intake.Decided;
import dev.startill.intake.Page;
import dev.startill.intake.Recovery;
import dev.startill.ledger.Account;
import dev.startill.money.Nanostars;
import dev.startill.payment.CaseReason;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import dev.startill.settings.Reconciling;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Telegram's statement to its end, lets what it tells go through the door, and compares what
 * Telegram holds with the ledger. Each page is one unit of work, so that a reading that ends
 * half-way goes on where it was. Threads may share it; two readings at a time do no harm.
 */
public final class Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

  /** How many charges are missed, and withdrawals looked up again, in one reading. */
  private static final int AT_ONCE = 100;

  private static final int WITHDRAWALS = 20;

  /** How often a quiet end is looked for before the balance is left for the next reading. */
  private static final int ATTEMPTS = 5;

  private final Store store;
  private final Recovery recovery;
  private final Telegram telegram;
  private final InstantSource clock;
  private final Reconciling settings;
  private volatile long lastDifference;

  /** A reader for this store and this bot. */
  public Reconciler(
      Store store,
      Recovery recovery,
      Telegram telegram,
      InstantSource clock,
      Reconciling settings) {
    this.store = store;
    this.recovery = recovery;
    this.telegram = telegram;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Reads to the end, once.
   *
   * @param progress is told how many lines are read so far
   * @throws TelegramException if Telegram did not give all; what was read stays read
   * @throws StoreException if it was not recorded
   */
  public Reconciliation reconcile(LongConsumer progress) {
    var begun = clock.instant();
    var tally = new Tally();
    var held = readToAQuietEnd(begun, tally, progress);
    lookAtWithdrawals();
    tally.count(recovery.miss(settings.lag(), AT_ONCE));
    var awaited = store.inTransaction(Lane.ROUTINE, Store.Work::unstatedNanostars);
    var result =
        tally.result(
            awaited, held.isPresent() ? OptionalLong.of(compare(held.getAsLong(), begun)) : held);
    if (result.recovered() + result.refunds() + result.missing() + result.repeated() > 0) {
      log.info("reconciled: {}", result);
    }
    return result;
  }

  /**
   * What Telegram holds, if that was the same before and after a reading: while Stars come and go,
   * a balance and a statement that were asked for one after the other need not fit.
   */
  private OptionalLong readToAQuietEnd(Instant begun, Tally tally, LongConsumer progress) {
    var before = held();
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var whole = readOn(begun, tally, progress);
      var after = held();
      if (!whole || after.isEmpty()) {
        return OptionalLong.empty();
      }
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    log.debug("Stars came and went all the while; the balance is compared next time");
    return OptionalLong.empty();
  }

  /** What is lost must be found even where the balance cannot be asked for. */
  private OptionalLong held() {
    try {
      return OptionalLong.of(telegram.balance());
    } catch (TelegramException e) {
      log.warn("The balance was not told, and is not compared. {}", e.getMessage());
      return OptionalLong.empty();
    }
  }

  /** Reads on; false if somebody else reads it, who then knows where it ends. */
  private boolean readOn(Instant begun, Tally tally, LongConsumer progress) {
    var cursor = store.inTransaction(Lane.ROUTINE, Store.Work::cursor);
    if (cursor.lines() > 0 && !isWhereWeLeftIt(cursor)) {
      cursor = beginAgain(cursor);
    }
    var more = true;
    while (more) {
      var lines = telegram.statement(cursor.lines(), settings.page());
      more = lines.size() == settings.page();
      var next = more ? cursor.after(lines.size()) : cursor.after(lines.size()).readTo(begun);
      var decided = recovery.read(page(cursor, lines, next));
      if (decided.isEmpty()) {
        log.debug("Somebody else reads the statement, too; they go on");
        return false;
      }
      tally.read(lines.size());
      tally.count(decided.get());
      progress.accept(next.lines());
      cursor = next;
    }
    return true;
  }

  private Page page(Cursor cursor, List<StatementLine> lines, Cursor next) {
    var now = clock.instant();
    var meanings = lines.stream().map(line -> Comparison.of(line, now)).toList();
    return new Page(cursor, cursor.lines(), lines, meanings, next);
  }

  /** The last line that was read must still be where it was. */
  private boolean isWhereWeLeftIt(Cursor cursor) {
    var place = cursor.lines() - 1;
    var kept = store.inTransaction(Lane.ROUTINE, work -> work.lineAt(place));
    var shown = telegram.statement(place, 1);
    return kept.isEmpty()
        || (!shown.isEmpty()
            && shown.getFirst().id().equals(kept.get().id())
            && shown.getFirst().way() == kept.get().way());
  }

  private Cursor beginAgain(Cursor cursor) {
    var detail =
        "line %d of Telegram's statement is not the one that was read there; it is read anew"
            .formatted(cursor.lines());
    log.error("The statement shrank or changed: {}", detail);
    var first = cursor.again();
    var opened =
        store.<Boolean>inTransaction(
            Lane.ROUTINE,
            work -> {
              var raised = work.raise(CaseReason.STATEMENT_SHRANK, detail, clock.instant());
              work.keep(0, List.of(), first);
              return raised;
            });
    if (opened) {
      recovery.opened(CaseReason.STATEMENT_SHRANK, detail);
    }
    return first;
  }

  /** What was pending when it was read may have come to something since. */
  private void lookAtWithdrawals() {
    var places = store.inTransaction(Lane.ROUTINE, work -> work.pendingWithdrawals(WITHDRAWALS));
    for (var place : places) {
      var lines = telegram.statement(place, 1);
      store.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.keep(place, lines, work.cursor());
            return place;
          });
    }
  }

  /**
   * A difference counts once it was seen twice, for answers and updates may be on their way; it
   * settles itself when it is gone.
   */
  private long compare(long held, Instant begun) {
    var difference = held - booked();
    var again = difference == lastDifference;
    lastDifference = difference;
    if (difference == 0) {
      store.inTransaction(
          Lane.ROUTINE, work -> work.lower(CaseReason.BALANCE_DIFFERS, "it agrees again", begun));
    } else if (again) {
      raise(difference, held);
    }
    return difference;
  }

  private void raise(long difference, long held) {
    var detail =
        "Telegram holds %s, which is %s %s than the ledger says"
            .formatted(
                Nanostars.inWords(held),
                Nanostars.decimal(Math.abs(difference)),
                difference < 0 ? "less" : "more");
    var opened =
        store.inTransaction(
            Lane.ROUTINE, work -> work.raise(CaseReason.BALANCE_DIFFERS, detail, clock.instant()));
    if (opened) {
      recovery.opened(CaseReason.BALANCE_DIFFERS, detail);
      log.warn("{}", detail);
    }
  }

  /** What the ledger has of what the statement told: what came since is not in the balance yet. */
  private long booked() {
    return store.inTransaction(
        Lane.ROUTINE, work -> Account.inside(work.balances()) - work.unstatedNanostars());
  }

  /** What a reading came to, so far. For one thread. */
  private static final class Tally {
    private long lines;
    private int recovered;
    private int refunds;
    private int missing;
    private int repeated;

    void read(int more) {
      lines += more;
    }

    void count(List<Decided> decided) {
      decided.stream().filter(d -> !d.transition().isQuiet()).forEach(this::count);
    }

    private void count(Decided decided) {
      switch (decided.event()) {
        case PaymentEvent.ChargeReceived e -> recovered++;
        case PaymentEvent.RefundSeen e -> refunds++;
        case PaymentEvent.ChargeMissing e -> missing++;
        case PaymentEvent.RefundNotSeen e -> repeated++;
        case PaymentEvent.OfOrder e -> {}
        case PaymentEvent.OfCharge e -> {}
      }
    }

    Reconciliation result(long awaited, OptionalLong difference) {
      return new Reconciliation(lines, recovered, refunds, missing, repeated, awaited, difference);
    }
  }
}
