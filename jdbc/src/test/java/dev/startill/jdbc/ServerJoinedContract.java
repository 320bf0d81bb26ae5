package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Order.Word;
import dev.startill.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** On a server, where a handler has a connection to itself and other nodes go on meanwhile. */
abstract class ServerJoinedContract extends JoinedContract {
  @Override
  abstract ServerDatabase database() throws SQLException;

  @Override
  void drop(Database database) throws SQLException {
    ((ServerDatabase) database).close();
  }

  @Override
  void prepare(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }

  @Test
  void a_handler_that_was_overtaken_leaves_nothing() throws Exception {
    try (var second = database.open(Settings.defaults(), Batcher.onItsOwnThread(), clock)) {
      var other = JoinedShop.over(second, clock, second.joined(passes));
      var shop =
          JoinedShop.over(
              store,
              clock,
              store.joined(
                  passes.then(
                      () -> {
                        clock.advance(Settings.defaults().lease().plusSeconds(1));
                        other.steps();
                        return other;
                      })));
      var order = shop.paid("stx1");

      shop.steps();

      assertThat(passes.of(order)).isEqualTo(1);
      assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
      assertThat(shop.waiting()).isZero();
    }
  }

  @Test
  void a_slow_handler_holds_nobody_up() throws Exception {
    var shop =
        JoinedShop.over(
            store,
            clock,
            store.joined(
                passes.then(
                    () -> {
                      var began = System.nanoTime();
                      Sales.commit(store, Sales.paid(99));
                      return assertThat(Duration.ofNanos(System.nanoTime() - began))
                          .isLessThan(Duration.ofSeconds(4));
                    })));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  @Test
  void a_connection_that_is_cut_leaves_nothing_and_is_made_anew() throws Exception {
    var cut = new AtomicBoolean(true);
    var shop =
        JoinedShop.over(
            store,
            clock,
            store.joined(
                passes.then(
                    () -> {
                      if (cut.getAndSet(false)) {
                        ((ServerDatabase) database).cut();
                      }
                      return cut;
                    })));
    var order = shop.paid("stx1");
    shop.steps();
    assertThat(passes.of(order)).isZero();
    assertThat(shop.word(order)).isEqualTo(Word.PAID);

    shop.laterSteps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  @Test
  void a_transaction_that_sees_one_moment_only_is_refused_and_says_why() throws Exception {
    Transactions frozen =
        deed -> {
          try (var connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            deed.accept(connection);
            connection.commit();
          }
        };
    var shop = JoinedShop.over(store, clock, store.joined(frozen, purchase -> {}));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(shop.word(order)).isEqualTo(Word.PAID);
    assertThat(because()).contains("READ COMMITTED");
  }
}
