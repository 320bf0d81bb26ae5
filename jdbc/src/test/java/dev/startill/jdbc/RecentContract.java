package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.party.BuyerId;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Cursor;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.testkit.Fixtures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a writer remembers is what is kept, whoever wrote it. */
@Timeout(120)
abstract class RecentContract {
  private final Order.Paid order = Sales.paid(1);
  private Database database;
  private JdbcStore one;

  /** An empty one. */
  abstract Database database() throws SQLException;

  @BeforeEach
  void open() throws SQLException {
    database = database();
    one = database.open();
    Sales.commit(one, order);
  }

  @AfterEach
  void close() throws Exception {
    one.close();
    if (database instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Test
  void what_another_one_wrote_is_seen() {
    try (var other = database.open()) {
      change(other, Goods.FAILED);
      assertThat(goods(one)).isEqualTo(Goods.FAILED);
      change(one, Goods.HANDED_OVER);
      assertThat(goods(other)).isEqualTo(Goods.HANDED_OVER);
      change(other, Goods.FAILED);
      assertThat(goods(one)).isEqualTo(Goods.FAILED);
    }
  }

  @Test
  void what_another_one_read_of_the_statement_is_seen() {
    var read = Cursor.START.readTo(Fixtures.NOON);
    assertThat(cursor(one)).isEqualTo(Cursor.START);
    try (var other = database.open()) {
      other.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.keep(0, List.of(), read);
            return true;
          });
    }
    assertThat(cursor(one)).isEqualTo(read);
  }

  @Test
  void what_another_one_parked_is_released() {
    var buyer = order.charge().buyer();
    assertThat(release(one, buyer)).isZero();
    try (var other = database.open()) {
      other.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.claim(9, Duration.ofMinutes(1)).forEach(due -> work.park(due, "blocked"));
            return true;
          });
    }
    assertThat(release(one, buyer)).isEqualTo(1);
  }

  @Test
  void a_charge_without_an_order_that_another_one_booked_counts() {
    assertThat(ownerless(one)).isZero();
    var stray = aCharge().strayFrom(anOrder().open().id(), StrayCharge.Why.OWNERLESS);
    try (var other = database.open()) {
      other.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.commit(
                new PaymentEvent.InvoiceSent(order.id(), order.charge().at()),
                to(stray).done(),
                Optional.empty());
            return true;
          });
    }
    assertThat(ownerless(one)).isEqualTo(1);
  }

  @Test
  void what_was_taken_back_is_not_remembered() {
    assertThatThrownBy(
            () ->
                one.inTransaction(
                    Lane.ROUTINE,
                    work -> {
                      change(work, Goods.HANDED_OVER);
                      throw new IllegalStateException("boom");
                    }))
        .hasMessage("boom");

    assertThat(goods(one)).isEqualTo(Goods.OWED);
    change(one, Goods.FAILED);
    assertThat(goods(one)).isEqualTo(Goods.FAILED);
  }

  /** Whether the writer finds it out at once, as on SQLite, or when it is about to write. */
  @Test
  void what_somebody_changed_by_hand_is_not_overwritten() throws SQLException {
    database.execute("UPDATE charge SET standing = 'MISSING'");
    var seen = new ArrayList<String>();

    one.inTransaction(
        Lane.ROUTINE,
        work -> {
          var known = (Order.Paid) work.lock(order.id()).orElseThrow();
          seen.add(known.word().name());
          if (known.word() == Order.Word.PAID) {
            commit(work, known.standing(new Standing.TakenBack()));
          }
          return true;
        });

    assertThat(seen).endsWith("MISSING");
    assertThat(database.texts("SELECT standing FROM charge")).isEqualTo(List.of("MISSING"));
  }

  private static Cursor cursor(JdbcStore store) {
    return store.inTransaction(Lane.ROUTINE, Store.Work::cursor);
  }

  private static int release(JdbcStore store, BuyerId buyer) {
    return store.<Integer>inTransaction(Lane.ROUTINE, work -> work.release(buyer));
  }

  private static int ownerless(JdbcStore store) {
    return store.<Integer>inTransaction(Lane.ROUTINE, work -> work.ownerless(Instant.EPOCH));
  }

  private void change(JdbcStore store, Goods goods) {
    store.inTransaction(
        Lane.ROUTINE,
        work -> {
          change(work, goods);
          return true;
        });
  }

  private void change(Store.Work work, Goods goods) {
    commit(work, ((Order.Paid) work.lock(order.id()).orElseThrow()).goods(goods));
  }

  private static void commit(Store.Work work, Order.Paid changed) {
    work.commit(
        new PaymentEvent.InvoiceSent(changed.id(), changed.charge().at()),
        to(changed).done(),
        Optional.empty());
  }

  private Goods goods(JdbcStore store) {
    return store.inTransaction(
        Lane.ROUTINE, work -> ((Order.Paid) work.lock(order.id()).orElseThrow()).goods());
  }
}
