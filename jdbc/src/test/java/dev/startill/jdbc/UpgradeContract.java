package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.ledger.Account;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Order.Word;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books.StockLine;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.Store.Lane;
import dev.startill.reconciliation.Audit;
import dev.startill.settings.Reconciling;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of the second schema, with a shop's rows in it, opened by this program. */
abstract class UpgradeContract {
  private static final int SECOND = 2;

  private Database database;

  /** An empty one, without any schema. */
  abstract Database database() throws SQLException;

  /** How this database writes a row of bytes, of which these are the hexadecimal digits. */
  String bytes(String digits) {
    return "x'%s'".formatted(digits);
  }

  @BeforeEach
  void sellWithTheSecondSchema() throws SQLException {
    database = database();
    var dialect = Dialect.of(database.url());
    try (var connection = database.connect()) {
      dialect.run(connection, dialect.words(Sql.NOTES));
      for (var step : dialect.migrations()) {
        if (step.number() <= SECOND) {
          dialect.run(connection, dialect.filled(step.script()));
          step.rest().take(connection, dialect.prefix());
          dialect.run(
              connection,
              "INSERT INTO startill_migration VALUES (%d, 'long ago', 0)".formatted(step.number()));
        }
      }
      dialect.run(connection, rows());
    }
  }

  private String rows() {
    return Pattern.compile("x'([0-9a-f]+)'")
        .matcher(Resources.read("/dev/startill/jdbc/rows-of-the-second-schema.sql"))
        .replaceAll(digits -> Matcher.quoteReplacement(bytes(digits.group(1))));
  }

  @Test
  void all_is_as_it_was() {
    try (var store = database.open()) {
      var books = store.books();
      assertThat(books.orders(9, Optional.empty()))
          .extracting(line -> line.order().word())
          .containsExactly(Word.OPEN, Word.APPROVED, Word.REFUNDED, Word.FULFILLED);
      assertThat(books.strays(9))
          .extracting(line -> line.stray().why())
          .containsExactly(StrayCharge.Why.OWNERLESS, StrayCharge.Why.SECOND);
      assertThat(books.cases(9))
          .extracting(line -> line.reason())
          .containsExactly(CaseReason.OWNERLESS_CHARGE);
      assertThat(books.stock()).containsExactly(new StockLine("key", 1, 1, 0, 1));
      assertThat(books.waitingMessages()).isEqualTo(1);
      assertThat(books.cursor().lines()).isEqualTo(5);
      assertThat(books.balances())
          .containsEntry(Account.SALES, 50_000_000_000L)
          .containsEntry(Account.SUSPENSE, 7_000_000_000L)
          .containsEntry(Account.FOREIGN, 5_000_000_000L);
    }
  }

  @Test
  void the_chain_of_postings_goes_on_where_it_ended() throws SQLException {
    var seals = database.texts("SELECT hash FROM posting ORDER BY seq");
    try (var store = database.open()) {
      Sales.commit(store, Sales.paid(99));

      assertThat(store.books().balances()).containsEntry(Account.SALES, 100_000_000_000L);
    }

    assertThat(database.texts("SELECT hash FROM posting ORDER BY seq"))
        .hasSize(10)
        .startsWith(seals.toArray(String[]::new));
    assertThat(Chain.isWhole(database, Database.BOT.value())).isTrue();
  }

  @Test
  void an_audit_finds_nothing() {
    try (var store = database.open()) {
      var audit =
          Audit.of(store.archive(), Audit.Outside.NOTHING, Reconciling.defaults(), rows -> {});

      assertThat(audit.discrepancies()).isEmpty();
      assertThat(audit.size().postings()).isEqualTo(9);
    }
  }

  @Test
  void what_several_nodes_need_is_there() throws SQLException {
    try (var store = database.open()) {
      var lease =
          store.<Optional<Lease>>inTransaction(
              Lane.ROUTINE,
              work ->
                  work.leases().take(Lease.Duty.POLLER, new NodeId("one"), Duration.ofSeconds(6)));

      assertThat(lease).map(Lease::token).contains(1L);
    }
    assertThat(database.count("SELECT MAX(number) FROM startill_migration"))
        .isEqualTo(Dialect.of(database.url()).migrations().getLast().number());
  }
}
