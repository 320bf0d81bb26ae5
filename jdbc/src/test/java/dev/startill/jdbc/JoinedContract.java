package dev.startill.jdbc;

import static dev.startill.jdbc.JoinedShop.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.jdbc.JoinedUntilDeath.Seam;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Order.Word;
import dev.startill.payment.OrderId;
import dev.startill.port.Fulfilment;
import dev.startill.port.Store.Lane;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a joined handler writes is kept exactly once, if and only if its order is fulfilled. */
@Timeout(120)
abstract class JoinedContract {
  final ManualClock clock = new ManualClock(Fixtures.NOON);
  Database database;
  JdbcStore store;
  Passes passes;

  @SuppressWarnings("NullAway.Init") // JUnit calls open() first
  JoinedContract() {}

  /** An empty one. */
  abstract Database database() throws Exception;

  /** Drops it, where there is anything to drop. */
  void drop(Database database) throws Exception {}

  /** Sets up a connection as a framework would that the store is to join. */
  abstract void prepare(Connection connection) throws SQLException;

  @BeforeEach
  void open() throws Exception {
    database = database();
    store = database.open(Settings.defaults(), Batcher.onItsOwnThread(), clock);
    passes = Passes.in(database);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    drop(database);
  }

  @Test
  void it_is_kept_with_the_mark() throws Exception {
    var shop = JoinedShop.over(store, clock, store.joined(passes));
    var order = shop.paid("stx1");
    assertThat(passes.of(order)).isZero();

    shop.steps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
    assertThat(shop.waiting()).isZero();
    shop.laterSteps();
    assertThat(passes.of(order)).isEqualTo(1);
  }

  @Test
  void a_handler_that_throws_leaves_no_trace_and_is_called_again() throws Exception {
    var calls = new AtomicInteger();
    var handler =
        passes.then(
            () -> {
              if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("no chairs");
              }
              return calls;
            });
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    shop.steps();
    assertThat(passes.of(order)).isZero();
    assertThat(shop.word(order)).isEqualTo(Word.PAID);
    assertThat(store.<Handover>inTransaction(Lane.ROUTINE, work -> work.handover(order)))
        .as("nothing of it can have been seen")
        .isEqualTo(Handover.WAITING);

    shop.laterSteps();
    shop.laterSteps();

    assertThat(calls).hasValue(3);
    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  @Test
  void a_refund_takes_it_back_in_a_transaction_of_its_own() throws Exception {
    var shop = JoinedShop.over(store, clock, store.joined(passes));
    var order = shop.paid("stx1");
    shop.steps();

    shop.startill().refund(new ChargeId("stx1"), "asked for");
    shop.steps();

    assertThat(passes.of(order)).isZero();
    assertThat(shop.word(order)).isEqualTo(Word.REFUNDED);
  }

  @Test
  void a_sale_that_fails_does_not_take_others_along() throws Exception {
    var failing = new AtomicReference<String>("");
    JdbcFulfilment handler =
        (purchase, connection) -> {
          passes.fulfil(purchase, connection);
          if (purchase.charge().value().equals(failing.get())) {
            throw new IllegalStateException("not this one");
          }
        };
    failing.set("stx2");
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var one = shop.paid("stx1");
    var two = shop.paid("stx2");
    var three = shop.paid("stx3");

    shop.steps();

    assertThat(passes.of(one) + passes.of(three)).isEqualTo(2);
    assertThat(passes.of(two)).isZero();
    assertThat(shop.word(two)).isEqualTo(Word.PAID);
  }

  @Test
  void what_never_succeeds_becomes_a_case_and_leaves_nothing() throws Exception {
    JdbcFulfilment handler =
        passes.then(
            () -> {
              throw new IllegalStateException("never");
            });
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    for (var i = 0; i < Settings.defaults().attempts(); i++) {
      shop.laterSteps();
    }

    assertThat(passes.of(order)).isZero();
    assertThat(store.books().cases(9))
        .extracting(c -> c.reason())
        .containsExactly(CaseReason.FULFILMENT_FAILED);
  }

  @Test
  void a_handler_that_closes_its_connection_is_kept_with_the_mark_all_the_same() throws Exception {
    JdbcFulfilment handler =
        (purchase, connection) -> {
          try (connection) {
            passes.fulfil(purchase, connection);
          }
        };
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  @Test
  void a_handler_that_commits_is_refused_and_leaves_nothing() throws Exception {
    JdbcFulfilment handler =
        (purchase, connection) -> {
          passes.fulfil(purchase, connection);
          connection.commit();
        };
    var shop = JoinedShop.over(store, clock, store.joined(handler));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(passes.of(order)).isZero();
    assertThat(shop.word(order)).isEqualTo(Word.PAID);
    assertThat(because()).contains("commit()", "Return, or throw");
  }

  @Test
  void a_transaction_that_cannot_begin_certainly_did_nothing() throws Exception {
    var begins = new AtomicInteger();
    Transactions refused =
        deed -> {
          if (begins.getAndIncrement() == 0) {
            throw new SQLException("the pool is empty");
          }
          framework().run(deed);
        };
    var shop =
        JoinedShop.over(
            store,
            clock,
            store.joined(refused, purchase -> passes.fulfil(purchase, Framework.connection())));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(because()).contains("No transaction began", "the pool is empty");
    assertThat(store.<Handover>inTransaction(Lane.ROUTINE, work -> work.handover(order)))
        .isEqualTo(Handover.WAITING);
    shop.laterSteps();
    assertThat(passes.of(order)).isEqualTo(1);
  }

  @Test
  void a_transaction_of_somebody_elses_does_as_well() throws Exception {
    var fails = new AtomicInteger(1);
    var shop = JoinedShop.over(store, clock, store.joined(framework(), handler(fails)));
    var order = shop.paid("stx1");
    shop.steps();
    assertThat(passes.of(order)).isZero();

    shop.laterSteps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
    shop.startill().refund(new ChargeId("stx1"), "asked for");
    shop.steps();
    assertThat(passes.of(order)).isZero();
    assertThat(shop.word(order)).isEqualTo(Word.REFUNDED);
    assertThat(shop.paid("stx2")).isNotEqualTo(order);
  }

  @Test
  void a_connection_in_no_transaction_is_refused_and_says_why() throws Exception {
    Transactions none =
        deed -> {
          try (var connection = database.connect()) {
            deed.accept(connection);
          }
        };
    var shop = JoinedShop.over(store, clock, store.joined(none, purchase -> {}));
    var order = shop.paid("stx1");
    shop.steps();

    assertThat(shop.word(order)).isEqualTo(Word.PAID);
    assertThat(because()).contains("auto-commit");
  }

  @ParameterizedTest
  @EnumSource(Seam.class)
  void a_kill_leaves_both_or_neither_and_the_next_process_ends_it(Seam seam) throws Exception {
    OrderId order;
    try (var child =
        Child.of(
            JoinedUntilDeath.class,
            database.url(),
            seam.name(),
            Long.toString(clock.instant().getEpochSecond()))) {
      order = new OrderId(String.valueOf(child.line()));
      assertThat(child.line()).isEqualTo(seam.name());
      child.kill();
    }
    var shop = JoinedShop.over(store, clock, store.joined(passes));
    var kept = seam == Seam.COMMITTED;
    assertThat(passes.of(order)).isEqualTo(kept ? 1 : 0);
    assertThat(shop.word(order)).isEqualTo(kept ? Word.FULFILLED : Word.PAID);

    clock.advance(Settings.defaults().lease());
    shop.laterSteps();

    assertThat(passes.of(order)).isEqualTo(1);
    assertThat(shop.word(order)).isEqualTo(Word.FULFILLED);
  }

  /** Transactions of somebody else's, as the store takes part in them. */
  Framework framework() {
    return new Framework(
        () -> {
          var connection = database.connect();
          prepare(connection);
          return connection;
        });
  }

  private Fulfilment handler(AtomicInteger failures) {
    return new Fulfilment() {
      @Override
      public void fulfil(Purchase purchase) throws Exception {
        assertThat(purchase.buyer()).isEqualTo(ANN);
        passes.fulfil(purchase, Framework.connection());
        if (failures.getAndDecrement() > 0) {
          throw new SQLException("not yet");
        }
      }

      @Override
      public void revoke(Purchase purchase) throws Exception {
        passes.revoke(purchase, Framework.connection());
      }
    };
  }

  /** What the last attempt met. */
  String because() throws SQLException {
    return database
        .texts("SELECT because FROM outbox WHERE state = 'WAITING' AND because IS NOT NULL")
        .getLast();
  }
}
