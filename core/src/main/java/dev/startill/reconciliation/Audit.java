package dev.startill.reconciliation;

import dev.startill.ledger.Account;
import dev.startill.ledger.Seal;
import dev.startill.money.Nanostars;
import dev.startill.port.Archive;
import dev.startill.port.Archive.Snapshot;
import dev.startill.reconciliation.Discrepancy.Kind;
import dev.startill.settings.Reconciling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * What came of walking through a bot's books from the first posting to the last: everything is
 * computed anew and compared. Immutable.
 *
 * @param discrepancies the first hundred of each kind
 * @param count how many there are
 * @param size how much was walked through
 * @param balances what each account holds by its postings, in nanostars
 * @param held what Telegram says that it holds for the bot, if it was asked
 * @param newest the seal of the newest posting; empty without one, or where a store seals nothing
 */
public record Audit(
    List<Discrepancy> discrepancies,
    long count,
    Archive.Size size,
    Map<Account, Long> balances,
    OptionalLong held,
    Optional<Seal> newest) {
  public Audit {
    discrepancies = List.copyOf(discrepancies);
    balances = Map.copyOf(balances);
  }

  /**
   * Walks through the books of this moment. Memory does not grow with them. A server may write
   * meanwhile; what Telegram holds may then have changed since it was asked.
   *
   * @param outside what is known of them from elsewhere
   * @param settings how far the statement may be behind
   * @param progress is told how many rows are behind it, of all that {@link Archive.Size} counts
   */
  public static Audit of(
      Archive archive, Outside outside, Reconciling settings, LongConsumer progress) {
    return archive.read(snapshot -> of(snapshot, outside, settings, progress));
  }

  /**
   * What nobody who can write the database can change. Immutable.
   *
   * @param held what Telegram holds for the bot, in nanostars, if it was asked
   * @param seal of a posting, as an earlier audit told it
   */
  public record Outside(OptionalLong held, Optional<Seal> seal) {
    /** Nothing is known. */
    public static final Outside NOTHING = new Outside(OptionalLong.empty(), Optional.empty());

    /** Telegram holds so many nanostars. */
    public static Outside holding(long nanostars) {
      return new Outside(OptionalLong.of(nanostars), Optional.empty());
    }
  }

  /** Whether nothing was found. */
  public boolean agrees() {
    return count == 0;
  }

  /** What Telegram should hold for the bot, by the ledger: the sum of the accounts inside. */
  public long booked() {
    return Account.inside(balances);
  }

  private static Audit of(
      Snapshot books, Outside outside, Reconciling settings, LongConsumer progress) {
    var findings = new Findings();
    var walked = new Walked(progress);
    var cursor = books.cursor();
    var held = outside.held();
    var postings = new PostingAudit(findings, outside.seal());
    books.sums(postings::remember);
    books.entries(entry -> walked.one(() -> postings.check(entry)));
    postings.checkRest();
    var expected = postings.writtenOff();
    var charges =
        new ChargeAudit(findings, expected, cursor.readTo().map(t -> t.minus(settings.lag())));
    books.charges(file -> walked.one(() -> charges.check(file)));
    var lines = new LineAudit(findings, expected, cursor);
    books.lines(file -> walked.one(() -> lines.check(file)));
    lines.checkRest();
    expected.compare(postings.balances(), findings);
    held.ifPresent(nanostars -> compare(nanostars, Account.inside(postings.balances()), findings));
    return new Audit(
        findings.named(),
        findings.count(),
        books.size(),
        postings.balances(),
        held,
        postings.newest());
  }

  private static void compare(long held, long booked, Findings findings) {
    if (held != booked) {
      findings.add(
          Kind.BALANCE_DIFFERS,
          "Telegram",
          held - booked,
          "Telegram holds %s, the ledger says %s"
              .formatted(Nanostars.inWords(held), Nanostars.decimal(booked)));
    }
  }

  /** Counts rows, and tells of them now and then. For one thread. */
  private static final class Walked {
    private static final long STRIDE = 1000;

    private final LongConsumer progress;
    private long rows;

    Walked(LongConsumer progress) {
      this.progress = progress;
    }

    void one(Runnable check) {
      check.run();
      rows++;
      if (rows % STRIDE == 0) {
        progress.accept(rows);
      }
    }
  }
}
