package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Order;
import dev.startill.port.Store.Lane;
import dev.startill.reconciliation.Audit;
import dev.startill.settings.Reconciling;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two stores on one database: two nodes of one bot. */
@Timeout(120)
abstract class NodesContract {
  private static final int SALES = 200;

  private ServerDatabase database;
  private JdbcStore one;
  private JdbcStore other;

  /** An empty one. */
  abstract ServerDatabase database() throws SQLException;

  @BeforeEach
  void open() throws SQLException {
    database = database();
    one = database.open();
    other = database.open();
  }

  @AfterEach
  void close() throws SQLException {
    one.close();
    other.close();
    database.close();
  }

  @Test
  void units_of_both_come_one_after_another() throws Exception {
    var sales = new ArrayList<CompletableFuture<Boolean>>();
    for (var buyer = 1; buyer <= SALES; buyer++) {
      var order = Sales.paid(buyer);
      var store = buyer % 2 == 0 ? one : other;
      sales.add(async(() -> sell(store, order)));
    }
    for (var sale : sales) {
      assertThat(sale.get(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(one.stats().units() + other.stats().units()).isEqualTo(SALES);
    assertBooked(SALES);
  }

  @Test
  void a_sale_that_both_are_told_of_is_booked_by_one() throws Exception {
    var order = Sales.paid(1);
    var tries = new ArrayList<CompletableFuture<Boolean>>();
    for (var i = 0; i < 20; i++) {
      var store = i % 2 == 0 ? one : other;
      tries.add(async(() -> sell(store, order)));
    }
    var booked = new AtomicInteger();
    for (var tried : tries) {
      booked.addAndGet(tried.get(60, TimeUnit.SECONDS) ? 1 : 0);
    }

    assertThat(booked).hasValue(1);
    assertBooked(1);
  }

  @Test
  void a_node_that_freezes_within_a_batch_holds_nobody_up_for_long() throws Exception {
    var frozen = new CountDownLatch(1);
    var thaw = new CountDownLatch(1);
    var before = Sales.paid(1);
    var after = Sales.paid(2);
    var sleeper =
        async(
            () ->
                one.inTransaction(
                    Lane.ROUTINE,
                    work -> {
                      Sales.commit(work, before);
                      frozen.countDown();
                      stand(thaw);
                      Sales.commit(work, after);
                      return true;
                    }));
    assertThat(frozen.await(30, TimeUnit.SECONDS)).isTrue();

    var began = System.nanoTime();
    for (var buyer = 10; buyer < 30; buyer++) {
      assertThat(sell(other, Sales.paid(buyer))).isTrue();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    assertThat(Sales.has(other, before)).isFalse();
    thaw.countDown();

    assertThat(sleeper.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Sales.has(other, before) && Sales.has(other, after)).isTrue();
    assertBooked(22);
  }

  @Test
  void a_node_that_is_frozen_for_good_never_wrote_anything() throws Exception {
    var frozen = new CountDownLatch(1);
    var thaw = new CountDownLatch(1);
    var sleeper =
        async(
            () ->
                one.inTransaction(
                    Lane.ROUTINE,
                    work -> {
                      Sales.commit(work, Sales.paid(1));
                      frozen.countDown();
                      stand(thaw);
                      throw new IllegalStateException("It dies where it stands.");
                    }));
    assertThat(frozen.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(sell(other, Sales.paid(2))).isTrue();
    thaw.countDown();

    assertThat(sleeper.handle((done, error) -> error != null).get(60, TimeUnit.SECONDS)).isTrue();
    assertBooked(1);
  }

  private void assertBooked(int charges) throws SQLException {
    assertThat(database.count("SELECT COUNT(*) FROM charge")).isEqualTo(charges);
    assertThat(database.count("SELECT COUNT(*) FROM posting")).isEqualTo(charges);
    assertThat(Chain.isWhole(database, Database.BOT.value())).isTrue();
    var audit =
        Audit.of(one.archive(), Audit.Outside.NOTHING, Reconciling.defaults(), progress -> {});
    assertThat(audit.discrepancies()).isEmpty();
  }

  /** Books a sale unless it is known; whether it was booked. */
  private static boolean sell(JdbcStore store, Order.Paid order) {
    return store.inTransaction(
        Lane.ROUTINE,
        work -> {
          if (work.knows(order.charge().id())) {
            return false;
          }
          Sales.commit(work, order);
          return true;
        });
  }

  private static void stand(CountDownLatch thaw) {
    try {
      thaw.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }
}
