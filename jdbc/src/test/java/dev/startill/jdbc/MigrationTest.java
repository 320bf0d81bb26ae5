package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.ledger.Account;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books.StockLine;
import dev.startill.port.Store.Lane;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first schema, with a shop's rows in it, opened by this program. */
class MigrationTest {
  private static final OrderId ORDER = new OrderId("ord_01m81j18g0fes95hnefqwv2mb4");

  @TempDir Path folder;
  private SqliteFile file = new SqliteFile(Path.of("none"));

  @BeforeEach
  void sellWithTheFirstSchema() throws SQLException {
    file = SqliteFile.in(folder);
    var dialect = Dialect.of(file.url());
    file.execute(dialect.filled(dialect.migrations().getFirst().script()));
    file.execute(Resources.read("/dev/startill/jdbc/rows-of-the-first-schema.sql"));
  }

  @Test
  void orders_and_charges_are_as_they_were() {
    try (var store = file.open()) {
      var order = (Order.Paid) store.books().story(ORDER).orElseThrow().line().order();

      assertThat(order.charge().id()).isEqualTo(new ChargeId("stx1"));
      assertThat(order.charge().amount().count()).isEqualTo(50);
      assertThat(order.charge().standing()).isEqualTo(new Standing.Kept());
      assertThat(order.goods()).isEqualTo(Goods.HANDED_OVER);
      assertThat(store.books().orders(9, Optional.empty())).hasSize(3);
      assertThat(store.books().strays(9).getLast().stray().why()).isEqualTo(StrayCharge.Why.SECOND);
      assertThat(store.books().story(ORDER).orElseThrow().history()).hasSize(2);
      assertThat(store.books().cases(9)).hasSize(1);
      assertThat(store.books().waitingMessages()).isEqualTo(2);
      assertThat(store.books().stock()).containsExactly(new StockLine("key", 1, 1, 1, 0));
    }
  }

  @Test
  void postings_are_numbered_and_chained_in_the_order_of_their_booking() throws SQLException {
    file.open().close();

    assertThat(file.texts("SELECT source FROM posting WHERE bot = 42 ORDER BY seq"))
        .containsExactly("charge:stx2", "charge:stx1", "charge:stx3", "refund:stx3");
    assertThat(file.texts("SELECT source FROM posting WHERE bot = 7 AND seq = 1"))
        .containsExactly("charge:other");
    assertThat(Chain.isWhole(file, Database.BOT.value())).isTrue();
    assertThat(Chain.isWhole(file, 7)).isTrue();
    assertThat(file.count("SELECT COUNT(*) FROM sqlite_schema WHERE name LIKE '%unchained'"))
        .isZero();
  }

  @Test
  void balances_are_what_they_were_and_go_on() throws SQLException {
    try (var store = file.open()) {
      assertThat(store.books().balances())
          .containsEntry(Account.SALES, 50_000_000_000L)
          .containsEntry(Account.SUSPENSE, 7_000_000_000L)
          .containsEntry(Account.BUYER, -57_000_000_000L);

      Sales.commit(store, Sales.paid(99));

      assertThat(store.books().balances()).containsEntry(Account.SALES, 100_000_000_000L);
    }
    assertThat(file.count("SELECT MAX(seq) FROM posting WHERE bot = 42")).isEqualTo(5);
    assertThat(Chain.isWhole(file, Database.BOT.value())).isTrue();
  }

  @Test
  void old_charges_wait_for_the_first_reading_of_the_statement() {
    try (var store = file.open()) {
      assertThat(
              store.<List<ChargeId>>inTransaction(
                  Lane.ROUTINE, work -> work.unstated(Rows.time(Long.MAX_VALUE), 9)))
          .containsExactly(new ChargeId("stx2"), new ChargeId("stx1"));
      assertThat(store.books().cursor().isImported()).isFalse();
    }
  }

  @Test
  void a_second_opening_takes_no_step_again() throws SQLException {
    file.open().close();
    var seals = file.texts("SELECT hex(hash) FROM posting ORDER BY bot, seq");

    file.open().close();

    assertThat(file.texts("SELECT hex(hash) FROM posting ORDER BY bot, seq")).isEqualTo(seals);
    assertThat(file.count("SELECT COUNT(*) FROM startill_migration"))
        .isEqualTo(Dialect.of(file.url()).migrations().size());
  }

  @Test
  void a_step_that_fails_leaves_the_database_as_it_was() throws SQLException {
    file.execute(
        """
        DROP TRIGGER posting_keep;
        UPDATE posting SET from_account = 'NOWHERE' WHERE source = 'charge:stx1';
        CREATE TRIGGER posting_keep BEFORE UPDATE ON posting BEGIN SELECT 1; END
        """);

    assertThatThrownBy(file::open).hasMessageContaining("NOWHERE");

    assertThat(file.count("SELECT MAX(number) FROM startill_migration")).isEqualTo(1);
    assertThat(file.count("SELECT COUNT(*) FROM posting")).isEqualTo(5);
    assertThat(file.count("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'statement_line'"))
        .isZero();
  }

  @Test
  void what_a_planner_should_expect_is_said_of_every_index() throws SQLException {
    file.open().close();

    var indexes = file.texts("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql <> ''");
    assertThat(file.texts("SELECT idx FROM sqlite_stat1")).containsAll(indexes);
    assertThat(file.count("SELECT COUNT(*) FROM pragma_foreign_key_check")).isZero();
    assertThat(file.texts("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void an_empty_database_and_an_old_one_end_with_the_same_schema() throws SQLException {
    file.open().close();
    var fresh = new SqliteFile(folder.resolve("fresh.db"));
    fresh.open().close();

    var schema =
        "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_schema"
            + " WHERE name <> 'startill_migration'";
    assertThat(file.texts(schema)).containsExactlyInAnyOrderElementsOf(fresh.texts(schema));
  }
}
