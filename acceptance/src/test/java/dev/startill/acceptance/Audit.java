package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * A shop's books against Telegram's, once all is quiet: every Star that Telegram took is fulfilled,
 * refunded, or waits for a person with a case, and nothing is there twice. It reads the database
 * and the statement, and no word of the shop's.
 */
final class Audit {
  private static final String INSIDE =
      """
      ('SALES', 'SUSPENSE', 'FOREIGN', 'REFUNDING', 'WITHDRAWALS', 'ADS', 'BROADCASTS', 'GIFTS',
       'COMMISSIONS', 'OTHER', 'UNEXPLAINED')""";

  private final Database database;
  private final TelegramsBooks telegram;

  Audit(Database database, Box box) {
    this.database = database;
    this.telegram = new TelegramsBooks(box);
  }

  /** Waits until all is told and read, and then looks. */
  void passes() {
    awaitQuiet();
    theStatementIsKept();
    everyChargeIsBookedOnce();
    everyChargeIsInOnePlace();
    everyRefundIsBookedOnce();
    theLedgerIsTheBalance();
    assertThat(Chain.of(database))
        .as("the chain of postings")
        .isEqualTo(Chain.recomputed(database));
  }

  private void awaitQuiet() {
    try {
      Until.holds("the shop is quiet", () -> unrest().isEmpty());
    } catch (AssertionError e) {
      throw new AssertionError("The shop does not come to rest: " + unrest(), e);
    }
  }

  /** What waits to leave, which refunds are open, and what of the statement is not known yet. */
  private List<String> unrest() {
    var unrest =
        new ArrayList<>(
            database.rows(
                """
                SELECT 'waits', kind, because FROM outbox WHERE state = 'WAITING'
                UNION ALL
                SELECT 'refund', id, standing FROM charge WHERE refund IS NOT NULL
                LIMIT 5"""));
    var lines = telegram.lines();
    var read = database.count("SELECT count(*) FROM statement_line");
    if (read != lines.size()) {
      unrest.add("%d of %d lines are read".formatted(read, lines.size()));
    }
    var charged = lines.stream().filter(line -> line.came() && line.isOurs()).count();
    var booked = database.count("SELECT count(*) FROM charge WHERE standing <> 'MISSING'");
    if (booked != charged) {
      unrest.add("%d of %d charges are booked".formatted(booked, charged));
    }
    return unrest;
  }

  private void theStatementIsKept() {
    var lines = telegram.lines();
    assertThat(
            database.rows(
                "SELECT id, way FROM statement_line WHERE place IS NOT NULL ORDER BY place"))
        .as("lines of the statement, in their order")
        .isEqualTo(lines.stream().map(TelegramsBooks.Line::row).toList());
    assertThat(database.rows("SELECT \"lines\" FROM statement"))
        .as("how far it is read")
        .containsExactly(Integer.toString(lines.size()));
  }

  private void everyChargeIsBookedOnce() {
    assertThat(database.rows("SELECT id FROM charge WHERE standing <> 'MISSING'"))
        .as("charges")
        .containsExactlyInAnyOrderElementsOf(telegram.charged());
    assertThat(
            database.rows(
                """
                SELECT substr(source, 8) FROM posting
                WHERE source LIKE 'charge:%' AND to_account <> 'FOREIGN'
                  AND substr(source, 8) NOT IN (SELECT id FROM charge WHERE standing = 'MISSING')"""))
        .as("postings of charges")
        .containsExactlyInAnyOrderElementsOf(telegram.charged());
  }

  /** Fulfilled, refunded, or held with a case: of these three, one. */
  private void everyChargeIsInOnePlace() {
    assertThat(
            database.rows(
                """
                SELECT id, standing, goods, held FROM (
                  SELECT c.id, c.standing, coalesce(o.goods, '-') AS goods,
                    EXISTS (SELECT 1 FROM "case" k WHERE k.bot = c.bot AND k.closed_at IS NULL
                      AND (k.charge = c.id OR k.order_id = c.order_id)) AS held
                  FROM charge c LEFT JOIN orders o ON o.bot = c.bot AND o.id = c.order_id) AS seen
                WHERE NOT (
                  (standing = 'KEPT' AND goods = 'HANDED_OVER')
                  OR (standing = 'RETURNED' AND goods IN ('-', 'REVOKED'))
                  OR (standing = 'KEPT' AND goods IN ('-', 'OWED', 'FAILED') AND held)
                  OR (standing IN ('MISSING', 'TAKEN_BACK') AND held))"""))
        .as("charges that are neither fulfilled nor refunded nor held")
        .isEmpty();
  }

  private void everyRefundIsBookedOnce() {
    assertThat(database.rows("SELECT id FROM charge WHERE standing = 'RETURNED'"))
        .as("charges that went back")
        .containsExactlyInAnyOrderElementsOf(telegram.refunded());
    assertThat(
            database.rows(
                """
                SELECT substr(source, 8) FROM posting
                WHERE source LIKE 'refund:%' AND from_account <> 'FOREIGN'"""))
        .as("postings of refunds")
        .containsExactlyInAnyOrderElementsOf(telegram.refunded());
  }

  private void theLedgerIsTheBalance() {
    assertThat(
            database.count(
                """
                SELECT coalesce(sum(nanostars * (CASE WHEN to_account IN %1$s THEN 1 ELSE 0 END
                                               - CASE WHEN from_account IN %1$s THEN 1 ELSE 0 END)), 0)
                FROM posting"""
                    .formatted(INSIDE)))
        .as("the ledger's inside, in nanostars")
        .isEqualTo(telegram.nanostars());
  }
}
