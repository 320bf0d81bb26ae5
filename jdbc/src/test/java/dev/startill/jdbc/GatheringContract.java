package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units of one batch, whose changes may be said together at its end, notice nothing of that. */
@Timeout(120)
abstract class GatheringContract {
  private final AtomicInteger runs = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> kept = new ConcurrentLinkedQueue<>();
  private Database database;
  private JdbcStore store;

  /** An empty one. */
  abstract Database database() throws SQLException;

  @BeforeEach
  void open() throws SQLException {
    database = database();
    store = database.open();
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    if (database instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Test
  void a_unit_finds_what_an_earlier_one_of_its_batch_wrote() throws InterruptedException {
    var order = Sales.paid(1);
    var seen = new ConcurrentLinkedQueue<Object>();

    inOneBatch(
        work -> commit(work, order),
        work -> seen.add(work.knows(order.charge().id())),
        work -> seen.add(work.lock(order.charge().id()).orElseThrow()),
        work -> change(work, order, Goods.FAILED),
        work -> seen.add(work.lock(order.charge().id()).orElseThrow()));

    assertThat(seen).containsExactly(true, order, order.goods(Goods.FAILED));
    assertThat(goods(order)).isEqualTo(Goods.FAILED);
    assertThat(runs).as("none of them twice").hasValue(5);
  }

  @Test
  void an_order_may_change_again_and_again_in_one_batch() throws Exception {
    var order = Sales.paid(1);
    var other = Sales.paid(2);

    inOneBatch(
        work -> commit(work, order),
        work -> commit(work, other),
        work -> change(work, order, Goods.HANDED_OVER),
        work -> change(work, other, Goods.FAILED),
        work -> change(work, order, Goods.FAILED),
        work -> change(work, order, Goods.HANDED_OVER));

    assertThat(goods(order)).isEqualTo(Goods.HANDED_OVER);
    assertThat(goods(other)).isEqualTo(Goods.FAILED);
    assertThat(database.texts("SELECT what FROM event")).hasSize(6);
    assertThat(runs).as("none of them twice").hasValue(6);
  }

  @Test
  void a_unit_that_contradicts_what_is_kept_fails_alone() throws Exception {
    var order = Sales.paid(1);
    Sales.commit(store, order);

    inOneBatch(
        work -> named("before", () -> commit(work, Sales.paid(2))),
        work -> named("a charge again", () -> commit(work, order)),
        work -> named("after", () -> commit(work, Sales.paid(3))));

    assertThat(kept).containsExactly("before", "after");
    assertThat(database.texts("SELECT id FROM charge")).hasSize(3);
  }

  private String named(String name, Runnable deed) {
    deed.run();
    return name;
  }

  /** What a unit does; what it gives is told once it is kept. */
  @FunctionalInterface
  private interface Unit {
    Object run(Store.Work work);
  }

  /** While one unit runs, all others come: so they are one batch with it. */
  private void inOneBatch(Unit... units) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var allCame = new CountDownLatch(1);
    Consumer<Object> keep = name -> kept.add(String.valueOf(name));
    store.behind(
        work -> {
          begun.countDown();
          await(allCame);
          return "first";
        },
        name -> {});
    await(begun);
    List.of(units).forEach(unit -> store.behind(work -> counted(unit, work), keep));
    allCame.countDown();
    store.inTransaction(Lane.ROUTINE, work -> true);
  }

  private Object counted(Unit unit, Store.Work work) {
    runs.incrementAndGet();
    return unit.run(work);
  }

  private static boolean commit(Store.Work work, Order.Paid order) {
    work.commit(
        new PaymentEvent.InvoiceSent(order.id(), order.charge().at()),
        to(order).done(),
        Optional.empty());
    return true;
  }

  private static boolean change(Store.Work work, Order.Paid order, Goods goods) {
    var known = (Order.Paid) work.lock(order.id()).orElseThrow();
    return commit(work, known.goods(goods));
  }

  private Goods goods(Order.Paid order) {
    return store.inTransaction(
        Lane.ROUTINE, work -> ((Order.Paid) work.lock(order.id()).orElseThrow()).goods());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
