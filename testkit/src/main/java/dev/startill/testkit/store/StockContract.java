package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.aLinkTo;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.catalog.Delivery;
import dev.startill.payment.Facts.Shelf;
import dev.startill.payment.Order;
import dev.startill.payment.Transition.Shelving;
import dev.startill.port.Books.StockLine;
import dev.startill.port.StoreException;
import dev.startill.testkit.Fixtures.OrderFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Codes are held, sold and put back, each to one order. */
interface StockContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void what_is_not_a_code_is_not_counted() {
    var order = anOrder().delivering(new Delivery.Text("Hello")).open();
    bench().have(order);

    assertThat(shelf(order)).isEqualTo(Shelf.UNCOUNTED);
  }

  @Test
  default void frozen_terms_say_whether_an_order_is_counted() {
    stock("A-1");
    var order = aVoucher().delivering(new Delivery.Text("Hello")).open();
    bench().have(order);

    assertThat(shelf(order)).isEqualTo(Shelf.UNCOUNTED);
  }

  @Test
  default void a_product_that_was_never_stocked_is_sold_out() {
    var order = aVoucher().open();
    bench().have(order);

    assertThat(shelf(order)).isEqualTo(Shelf.EMPTY);
  }

  @Test
  default void an_order_that_is_about_to_be_born_on_a_link_reads_the_shelf() {
    var link = aLinkTo(aVoucher());
    bench().have(link);
    var unborn = aVoucher().on(link).approved();

    assertThat(
            bench()
                .<Shelf>in(
                    work -> {
                      work.lock(link.id());
                      return work.shelf(unborn.terms().product(), unborn.id());
                    }))
        .isEqualTo(Shelf.EMPTY);
  }

  @Test
  default void a_code_is_held_and_sold_and_then_shown() {
    stock("A-1", "A-2");
    var fixture = aVoucher();
    bench().have(fixture.open());
    assertThat(shelf(fixture.open())).isEqualTo(Shelf.FREE);

    move(fixture.approved(), Shelving.HOLD);
    assertThat(shelf(fixture.approved())).isEqualTo(Shelf.HELD);
    assertThat(codeOf(fixture.approved())).isEmpty();
    move(fixture.paid(), Shelving.SELL);

    assertThat(codeOf(fixture.approved())).containsExactly("A-1");
    assertThat(shelf(fixture.approved())).isEqualTo(Shelf.HELD);
    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 1, 0, 1));
  }

  @Test
  default void holding_twice_holds_one() {
    stock("A-1", "A-2");
    var order = aVoucher().approved();
    move(order, Shelving.HOLD);
    move(order, Shelving.HOLD);

    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 1, 1, 0));
  }

  @Test
  default void selling_without_a_hold_takes_a_free_one() {
    stock("A-1");
    var order = aVoucher().paid();

    move(order, Shelving.SELL);
    move(order, Shelving.SELL);

    assertThat(codeOf(order)).containsExactly("A-1");
    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 0, 0, 1));
  }

  @Test
  default void a_released_code_is_free_for_the_next() {
    stock("A-1");
    var first = aVoucher();
    var second = aVoucher().forBuyer(7).paid();
    move(first.approved(), Shelving.HOLD);
    assertThat(shelf(second)).isEqualTo(Shelf.EMPTY);

    move(first.open(), Shelving.RELEASE);
    move(second, Shelving.SELL);

    assertThat(codeOf(second)).containsExactly("A-1");
    assertThat(shelf(first.open())).isEqualTo(Shelf.EMPTY);
  }

  @Test
  default void an_unsent_sold_code_can_be_released() {
    stock("A-1");
    var order = aVoucher().paid();
    move(order, Shelving.SELL);

    move(order, Shelving.RELEASE);

    assertThat(codeOf(order)).isEmpty();
    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 1, 0, 0));
  }

  @Test
  default void a_code_that_is_taken_back_is_never_sold_again() {
    stock("A-1");
    var order = aVoucher();
    move(order.paid(), Shelving.SELL);

    move(order.paid(), Shelving.REVOKE);
    move(order.paid(), Shelving.RELEASE);
    move(order.paid(), Shelving.REVOKE);

    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 0, 0, 0, 1));
    assertThat(codeOf(order.paid())).isEmpty();
    assertThat(shelf(order.paid())).isEqualTo(Shelf.EMPTY);
    assertThat(stock("A-1")).isZero();
  }

  @Test
  default void an_order_whose_code_was_taken_back_may_get_another() {
    stock("A-1", "A-2", "A-3");
    var order = aVoucher();
    move(order.paid(), Shelving.SELL);
    move(order.paid(), Shelving.REVOKE);
    assertThat(shelf(order.paid())).isEqualTo(Shelf.FREE);

    move(order.paid(), Shelving.SELL);
    assertThat(codeOf(order.paid())).containsExactly("A-2");
    move(order.paid(), Shelving.REVOKE);

    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 1, 0, 0, 2));
  }

  @Test
  default void taking_from_an_empty_shelf_fails_the_unit() {
    var order = aVoucher().approved();

    assertThatThrownBy(() -> move(order, Shelving.HOLD)).isInstanceOf(StoreException.class);

    assertThat(bench().find(order.id())).isEmpty();
  }

  @Test
  default void restocking_adds_only_what_was_never_there() {
    assertThat(stock("A-1", "A-2", "A-1")).isEqualTo(2);
    move(aVoucher().paid(), Shelving.SELL);

    assertThat(stock("A-1", "A-2", "A-3")).isEqualTo(1);

    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 2, 0, 1));
  }

  @Test
  default void the_same_code_may_belong_to_two_products() {
    stock("A-1");
    assertThat(
            bench()
                .<Integer>in(
                    w -> w.stock(anOrder().of("Ticket").terms().product(), List.of("A-1"))))
        .isEqualTo(1);

    assertThat(bench().books().stock())
        .containsExactly(new StockLine("Ticket", 1, 0, 0), new StockLine("Voucher", 1, 0, 0));
  }

  @Test
  default void the_last_code_goes_to_one_of_many() throws InterruptedException {
    stock("A-1");
    var start = new CountDownLatch(1);
    var held = Collections.synchronizedList(new ArrayList<Order>());
    var buyers = new ArrayList<Thread>();
    for (var buyer = 1; buyer <= 16; buyer++) {
      var order = aVoucher().forBuyer(buyer).approved();
      buyers.add(Thread.ofVirtual().start(() -> hold(order, start, held)));
    }

    start.countDown();
    for (var buyer : buyers) {
      buyer.join();
    }

    assertThat(held).hasSize(1);
    assertThat(bench().books().stock()).containsExactly(new StockLine("Voucher", 0, 1, 0));
  }

  private void hold(Order order, CountDownLatch start, List<Order> held) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var got =
        bench()
            .<Boolean>in(
                work -> {
                  var free = work.shelf(order.terms().product(), order.id()) == Shelf.FREE;
                  if (free) {
                    bench().commit(work, to(order).shelving(Shelving.HOLD).done());
                  }
                  return free;
                });
    if (got) {
      held.add(order);
    }
  }

  private OrderFixture aVoucher() {
    return anOrder().of("Voucher").delivering(new Delivery.Code());
  }

  private int stock(String... codes) {
    return bench().in(work -> work.stock(aVoucher().terms().product(), List.of(codes)));
  }

  private void move(Order order, Shelving shelving) {
    bench().commit(to(order).shelving(shelving).done());
  }

  private Shelf shelf(Order order) {
    return bench().in(work -> work.shelf(order.terms().product(), order.id()));
  }

  private List<String> codeOf(Order order) {
    return bench().in(work -> work.codeOf(order.id()).stream().toList());
  }
}
