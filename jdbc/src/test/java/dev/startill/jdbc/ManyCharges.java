package dev.startill.jdbc;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.port.Archive;
import dev.startill.port.Store.Lane;
import dev.startill.reconciliation.Audit;
import dev.startill.reconciliation.Audit.Outside;
import dev.startill.report.Csv;
import dev.startill.report.Export;
import dev.startill.report.MoneyReport;
import dev.startill.report.Period;
import dev.startill.settings.Reconciling;
import dev.startill.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Fills a database with sales of a year, walks through all of them, and prints how long that took.
 * Arguments: the database's URL, how many charges.
 */
final class ManyCharges {
  private static final int CHUNK = 20_000;
  private static final long STARS_50 = 50_000_000_000L;

  /** Rows of so many charges, in words that every database understands. */
  private static final List<String> TABLES =
      List.of(
          """
          INSERT INTO orders (bot, id, state, terms, product, owner, valid_until, link, buyer,
                              checkout, held_until, charge, goods, ends_at, opened_at, changed_at)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
          SELECT 42, 'ord_0000000000000000' || substr(CAST(10000000000 + i AS CHAR(11)), 2), 'PAID',
                 t.hash, t.product, i, %2$d, NULL, NULL, NULL, NULL,
                 'stx' || substr(CAST(10000000 + i AS CHAR(8)), 2), 'HANDED_OVER', NULL, %2$d, %2$d
          FROM n JOIN terms t
            ON t.product = CASE i %% 3 WHEN 0 THEN 'guide' WHEN 1 THEN 'key' ELSE 'course' END
          """,
          """
          INSERT INTO charge
          SELECT bot, charge, id, owner, 50000000000,
                 %2$d - (owner * 31536000 / %1$d) * 1000000, %2$d, 'KEPT', %2$d, NULL, NULL, NULL, 1
          FROM orders
          """,
          """
          INSERT INTO statement_line
          SELECT bot, id, 'CAME', buyer - 1, paid_at, amount, 'INVOICE', buyer, 'st:' || order_id,
                 0, 'NONE', '', booked_at
          FROM charge
          """,
          "INSERT INTO statement VALUES (42, %1$d, %2$d)");

  private final Database database;
  private final int charges;

  private ManyCharges(Database database, int charges) {
    this.database = database;
    this.charges = charges;
  }

  @SuppressWarnings("SystemOut") // its figures
  public static void main(String[] arguments) throws SQLException {
    var many = new ManyCharges(() -> arguments[0], Integer.parseInt(arguments[1]));
    try (var store = many.database.open()) {
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
    try (var connection = database.connect()) {
      for (var product : List.of("guide", "key", "course")) {
        promise(connection, product);
      }
      try (var statement = connection.createStatement()) {
        for (var table : TABLES) {
          statement.executeUpdate(table.formatted(charges, Rows.micros(Fixtures.NOON)));
        }
      }
    }
  }

  private static void promise(Connection connection, String product) throws SQLException {
    try (var terms =
        connection.prepareStatement(
            """
            INSERT INTO terms (bot, hash, product, title, description, price, delivery, goods)
            VALUES (42, ?, ?, 'A title', 'All of it.', ?, 'TEXT', 'Read.')""")) {
      terms.setBytes(1, product.getBytes(StandardCharsets.US_ASCII));
      terms.setString(2, product);
      terms.setLong(3, STARS_50);
      terms.executeUpdate();
    }
  }

  private String audit(Archive archive) {
    var rows = new AtomicLong();
    var audit =
        Audit.of(archive, Outside.holding(charges * STARS_50), Reconciling.defaults(), rows::set);
    if (!audit.agrees() || rows.get() < 3L * charges - 1000) {
      throw new IllegalStateException("It found " + audit.discrepancies());
    }
    return rows.get() + " rows";
  }

  private String report(Archive archive) {
    var today = LocalDate.ofInstant(Fixtures.NOON, ZoneOffset.UTC);
    var period = Period.ofDays(today.minusYears(2), today, ZoneOffset.UTC, Fixtures.NOON);
    var report = MoneyReport.of(Database.BOT, archive, period, number -> {});
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
