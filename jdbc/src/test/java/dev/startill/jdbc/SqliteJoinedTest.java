package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Order.Word;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the only writer's own units of work, which wait for a handler no longer than a second. */
class SqliteJoinedTest extends JoinedContract {
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n";

  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteFile.in(folder);
  }

  @Override
  void prepare(Connection connection) {}

  @Test
  void a_handler_that_takes_too_long_is_taken_back() throws Exception {
    var never = new CountDownLatch(1);
    var slow = new AtomicBoolean(true);
    var shop =
        JoinedShop.over(
            store,
            clock,
            store.joined(
                passes.then(
                    () -> {
                      if (slow.getAndSet(false)) {
                        never.await();
                      }
                      return never;
                    })));
    var order = shop.paid("stx1");
    var began = System.nanoTime();
    shop.steps();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(passes.of(order)).isZero();
    assertThat(shop.word(order)).isEqualTo(Word.PAID);
    assertThat(because()).contains("only writer");
    shop.laterSteps();
    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  @Test
  void a_statement_without_end_is_stopped() throws Exception {
    var slow = new AtomicBoolean(true);
    JdbcFulfilment handler =
        (purchase, connection) -> {
          passes.fulfil(purchase, connection);
          if (slow.getAndSet(false)) {
            try (var statement = connection.createStatement()) {
              statement.executeQuery(ENDLESS).close();
            }
          }
        };
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    shop.steps();
    assertThat(passes.of(order)).isZero();
    assertThat(because()).contains("only writer");

    shop.laterSteps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  @Test
  void a_handler_that_ignores_all_of_it_keeps_nobody_waiting() throws Exception {
    var begun = new CountDownLatch(1);
    var deaf = new CountDownLatch(1);
    JdbcFulfilment handler =
        passes.then(
            () -> {
              begun.countDown();
              while (deaf.getCount() > 0) {
                try {
                  deaf.await();
                } catch (InterruptedException e) {
                  // Deaf.
                }
              }
              return deaf;
            });
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    var stepping = Thread.ofVirtual().start(shop::steps);
    try {
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      var other = Sales.paid(99);
      Sales.commit(store, other);
      assertThat(Sales.has(store, other)).isTrue();
      assertThat(shop.word(order)).isEqualTo(Word.PAID);
    } finally {
      deaf.countDown();
    }
    assertThat(stepping.join(Duration.ofSeconds(60))).isTrue();
    assertThat(passes.of(order)).isZero();
  }

  @Test
  void a_handler_that_ends_the_transaction_is_found_out() throws Exception {
    failsAlone(
        (purchase, connection) -> {
          try (var statement = connection.createStatement()) {
            statement.execute("COMMIT");
          }
        });
  }

  /** The connection of a statement is the real one. */
  @Test
  void a_handler_that_closes_the_writers_connection_stops_nobody_else() throws Exception {
    failsAlone(
        (purchase, connection) -> {
          try (var statement = connection.createStatement()) {
            statement.getConnection().close();
          }
        });
  }

  @Test
  void another_connections_transaction_is_bounded_likewise() throws Exception {
    var never = new CountDownLatch(1);
    var shop =
        JoinedShop.over(
            store,
            clock,
            store.joined(
                framework(),
                purchase -> {
                  passes.fulfil(purchase, Framework.connection());
                  never.await();
                }));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(passes.of(order)).isZero();
    assertThat(because()).contains("only writer");
    assertThat(shop.word(order)).isEqualTo(Word.PAID);
  }

  /** Its goods are owed as before, and others sell on. */
  private void failsAlone(JdbcFulfilment handler) throws Exception {
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(shop.word(order)).isEqualTo(Word.PAID);
    var other = Sales.paid(99);
    Sales.commit(store, other);
    assertThat(Sales.has(store, other)).isTrue();
  }
}
