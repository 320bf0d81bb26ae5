package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.payment.ChargeId;
import dev.startill.payment.Order.Word;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.reconciliation.Audit;
import dev.startill.settings.Reconciling;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store in the database of an application that has orders of its own. */
@Timeout(120)
abstract class NeighbourContract {
  private static final String ROWS = "SELECT id || ' ' || state FROM orders ORDER BY id";

  private final ManualClock clock = new ManualClock(Fixtures.NOON);
  private Database database;

  @SuppressWarnings("NullAway.Init") // JUnit calls settle() first
  NeighbourContract() {}

  /** An empty one. */
  abstract Database database() throws Exception;

  /** Drops it, where there is anything to drop. */
  void drop(Database database) throws Exception {}

  /** The question for the names of all that was made there and has a name among its like. */
  abstract String names();

  @BeforeEach
  void settle() throws Exception {
    database = database();
    database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, state VARCHAR(20) NOT NULL)");
    database.execute("CREATE INDEX orders_open ON orders (state)");
    database.execute("INSERT INTO orders VALUES (1, 'shipped'), (2, 'new')");
  }

  @AfterEach
  void leave() throws Exception {
    drop(database);
  }

  @Test
  void a_whole_sale_leaves_the_applications_orders_alone() throws Exception {
    try (var store = open("startill_")) {
      var shop = JoinedShop.over(store, clock, store.joined(new Parcel()));
      var order = shop.paid("stx1");
      shop.steps();
      assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
      assertThat(database.texts(ROWS)).containsExactly("1 shipped", "2 paid");

      shop.startill().refund(new ChargeId("stx1"), "asked for");
      shop.steps();

      assertThat(shop.word(order)).isEqualTo(Word.REFUNDED);
      assertThat(database.texts(ROWS)).containsExactly("1 shipped", "2 new");
      clock.advance(Duration.ofDays(1));
      assertThat(store.<Integer>inTransaction(Lane.ROUTINE, work -> work.prune(clock.instant(), 9)))
          .isPositive();
      assertThat(
              Audit.of(store.archive(), Audit.Outside.NOTHING, Reconciling.defaults(), rows -> {})
                  .agrees())
          .isTrue();
    }
    open("startill_").close();
    assertThat(database.texts(ROWS)).containsExactly("1 shipped", "2 new");
  }

  @Test
  void all_that_a_store_makes_bears_its_prefix() throws SQLException {
    var before = database.texts(names());

    open("startill_").close();

    var made = database.texts(names());
    assertThat(made).containsAll(before);
    made.removeAll(before);
    assertThat(made).hasSizeGreaterThan(30).allMatch(name -> name.startsWith("startill_"));
  }

  @Test
  void two_prefixes_are_two_stores() throws SQLException {
    var sale = Sales.paid(1);
    try (var one = open("one_");
        var two = open("two_")) {
      Sales.commit(one, sale);

      assertThat(Sales.has(one, sale)).isTrue();
      assertThat(Sales.has(two, sale)).isFalse();
      assertThat(database.count("SELECT COUNT(*) FROM one_orders")).isEqualTo(1);
      assertThat(database.count("SELECT COUNT(*) FROM two_orders")).isZero();
    }
  }

  @Test
  void nodes_that_start_at_once_take_each_step_once() throws Exception {
    var nodes =
        IntStream.range(0, 3)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> open("startill_"), Thread::startVirtualThread))
            .toList();
    for (var node : nodes) {
      node.get(60, TimeUnit.SECONDS).close();
    }

    assertThat(database.count("SELECT COUNT(*) FROM startill_startill_migration"))
        .isEqualTo(Dialect.of(database.url()).migrations().size());
  }

  @Test
  void without_a_prefix_the_store_is_refused_and_nothing_is_made() throws SQLException {
    var before = database.texts(names());

    for (var refused : List.<Runnable>of(() -> open("").close(), () -> prepared("").close())) {
      assertThatThrownBy(refused::run)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("a table orders")
          .hasMessageContaining("prefix")
          .hasMessageContaining("of their own");
    }

    assertThat(database.texts(names())).isEqualTo(before);
    assertThat(database.texts(ROWS)).containsExactly("1 shipped", "2 new");
  }

  @Test
  void who_forgets_the_prefix_finds_no_empty_store() throws SQLException {
    open("shop_").close();
    database.execute("DROP TABLE orders");
    var before = database.texts(names());

    assertThatThrownBy(() -> open(""))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("prefix shop_");

    assertThat(database.texts(names())).isEqualTo(before);
  }

  @Test
  void who_adds_a_prefix_finds_no_empty_store() throws SQLException {
    database.execute("DROP TABLE orders");
    open("").close();

    assertThatThrownBy(() -> open("startill_"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("has no table prefix");
  }

  @Test
  void a_schema_that_is_made_by_hand_is_asked_for_with_the_prefix() throws SQLException {
    assertThatThrownBy(() -> prepared("startill_"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("--table-prefix startill_");
    open("startill_").close();

    prepared("startill_").close();
  }

  private JdbcStore open(String prefix) {
    return JdbcStore.open(
        Login.in(database.url()).withTablePrefix(prefix),
        database.bot(),
        Settings.defaults(),
        clock,
        RandomGenerator.of("L64X128MixRandom"));
  }

  private JdbcStore prepared(String prefix) {
    return JdbcStore.openPrepared(
        Login.in(database.url()).withTablePrefix(prefix),
        database.bot(),
        Settings.defaults(),
        clock,
        RandomGenerator.of("L64X128MixRandom"));
  }

  /** Writes into the application's table in the transaction that marks the goods. */
  private static final class Parcel implements JdbcFulfilment {
    @Override
    public void fulfil(Purchase purchase, Connection connection) throws SQLException {
      change(connection, "paid");
    }

    @Override
    public void revoke(Purchase purchase, Connection connection) throws SQLException {
      change(connection, "new");
    }

    private static void change(Connection connection, String state) throws SQLException {
      try (var statement =
          connection.prepareStatement("UPDATE orders SET state = ? WHERE id = 2")) {
        statement.setString(1, state);
        statement.executeUpdate();
      }
    }
  }
}
