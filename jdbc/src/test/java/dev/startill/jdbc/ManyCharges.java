package dev.startill.jdbc;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.port.Archive;
import dev.startill.port.Store.Lane;
import dev.startill.reconciliation.Audit;
import dev.startill.report.Csv;
import dev.startill.report.Export;
import dev.startill.report.MoneyReport;
import dev.startill.report.Period;
import dev.startill.settings.Reconciling;
import dev.startill.testkit.Fixtures;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Fills a database with sales of a year, walks through all of them, and prints how long that took.
 * Arguments: the database's file, how many charges.
 */
final class ManyCharges {
  private static final int CHUNK = 20_000;
  private static final long STARS_50 = 50_000_000_000L;

  private final SqliteFile file;
  private final int charges;

  private ManyCharges(SqliteFile file, int charges) {
    this.file = file;
    this.charges = charges;
  }

  @SuppressWarnings("SystemOut") // its figures
  public static void main(String[] arguments) throws SQLException {
    var many =
        new ManyCharges(new SqliteFile(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
    try (var store = many.file.open()) {
      timed("filled", () -> many.fill(store));
      timed("balances", () -> store.books().balances().get(Account.SALES));
      timed("audit", () -> many.audit(store.archive()));
      timed("report", () -> many.report(store.archive()));
      timed("export", () -> many.export(store.archive()));
    }
    System.out.println("done");
  }

  @SuppressWarnings("SystemOut") // its figures
  private static void timed(String what, Supplier<?> work) {
    var began = System.nanoTime();
    var result = work.get();
    var used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "%s %s, %.1f s, %d MB of heap%n",
        what, result, (System.nanoTime() - began) / 1e9, used >> 20);
  }

  private String fill(JdbcStore store) {
    try {
      rows();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var began = System.nanoTime();
    for (var from = 1; from <= charges; from += CHUNK) {
      var postings = new ArrayList<Posting>();
      for (var i = from; i < from + CHUNK && i <= charges; i++) {
        postings.add(
            new Posting(Account.BUYER, Account.SALES, STARS_50, "charge:stx%07d".formatted(i)));
      }
      store.inTransaction(Lane.ROUTINE, work -> work.book(postings, Fixtures.NOON));
    }
    return "%d charges, a posting in %.1f µs"
        .formatted(charges, (System.nanoTime() - began) / 1e3 / charges);
  }

  private void rows() throws SQLException {
    file.execute(
        """
        INSERT INTO terms VALUES
          (42, x'00', 'guide', 'The guide', 'All of it.', 50000000000, 'TEXT', 'Read.'),
          (42, x'01', 'key', 'The key', 'Opens it.', 50000000000, 'TEXT', 'Read.'),
          (42, x'02', 'course', 'The course', 'Teaches.', 50000000000, 'TEXT', 'Read.');
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
        INSERT INTO orders
        SELECT 42, printf('ord_%%026d', i), 'PAID',
               CASE i %% 3 WHEN 0 THEN x'00' WHEN 1 THEN x'01' ELSE x'02' END,
               CASE i %% 3 WHEN 0 THEN 'guide' WHEN 1 THEN 'key' ELSE 'course' END,
               i, %2$d, NULL, NULL, NULL, NULL, printf('stx%%07d', i), 'HANDED_OVER', NULL, %2$d, %2$d
        FROM n;
        INSERT INTO charge
        SELECT bot, charge, id, owner, 50000000000,
               %2$d - (owner * 31536000 / %1$d) * 1000000, %2$d, 'KEPT', %2$d, NULL, NULL, NULL, 1
        FROM orders;
        INSERT INTO statement_line
        SELECT bot, id, 'CAME', buyer - 1, paid_at, amount, 'INVOICE', buyer, 'st:' || order_id, 0,
               'NONE', '', booked_at
        FROM charge;
        INSERT INTO statement VALUES (42, %1$d, %2$d)
        """
            .formatted(charges, Rows.micros(Fixtures.NOON)));
  }

  private String audit(Archive archive) {
    var rows = new AtomicLong();
    var audit =
        Audit.of(
            archive, Audit.Outside.holding(charges * STARS_50), Reconciling.defaults(), rows::set);
    if (!audit.agrees() || rows.get() < 3L * charges - 1000) {
      throw new IllegalStateException("It found " + audit.discrepancies());
    }
    return rows.get() + " rows";
  }

  private String report(Archive archive) {
    var today = LocalDate.ofInstant(Fixtures.NOON, ZoneOffset.UTC);
    var period = Period.ofDays(today.minusYears(2), today, ZoneOffset.UTC, Fixtures.NOON);
    var report = MoneyReport.of(SqliteFile.BOT, archive, period, number -> {});
    var sold = report.lines().stream().mapToLong(line -> line.count()).sum();
    if (sold != charges || report.held() + report.withdrawable() != charges * STARS_50) {
      throw new IllegalStateException("It counts " + sold);
    }
    return report.lines().size() + " lines";
  }

  private String export(Archive archive) {
    var bytes = new AtomicLong();
    var rows =
        Export.of(
            archive,
            Instant.EPOCH,
            Fixtures.NOON.plusSeconds(1),
            row -> bytes.addAndGet(Csv.line(row.fields()).length()),
            number -> {});
    if (rows != charges) {
      throw new IllegalStateException("It has %d rows.".formatted(rows));
    }
    return "%d rows, %d MB".formatted(rows, bytes.get() >> 20);
  }
}
