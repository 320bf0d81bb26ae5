package dev.startill.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.party.BuyerId;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import dev.startill.port.Archive;
import dev.startill.port.Books;
import dev.startill.port.Due;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store under test, its clock, and the few moves that its contract makes again and again. */
public final class Bench {
  /** How long a claim of the contract's lasts. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final StoreContract.Opened opened;
  private final ManualClock clock;
  private final AtomicLong buyers = new AtomicLong(5000);

  Bench(StoreContract.Opened opened, ManualClock clock) {
    this.opened = opened;
    this.clock = clock;
  }

  Store store() {
    return opened.store();
  }

  Books books() {
    return opened.books();
  }

  Archive archive() {
    return opened.archive();
  }

  ManualClock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  Instant advance(Duration by) {
    return clock.advance(by);
  }

  <T> T in(Function<Work, T> unit) {
    return store().inTransaction(Lane.ROUTINE, unit);
  }

  void run(Consumer<Work> unit) {
    in(
        work -> {
          unit.accept(work);
          return true;
        });
  }

  /** Writes homes, locking first those that exist. */
  void have(Home... homes) {
    commit(Fixtures.to(homes).done());
  }

  void commit(Transition transition) {
    run(work -> commit(work, transition));
  }

  /** Commits a transition as an event of its order, or of nobody in particular. */
  void commit(Work work, Transition transition) {
    transition.after().forEach(home -> lock(work, home));
    work.commit(eventOf(transition), transition, Optional.empty());
  }

  /** Writes an order that is paid, of a buyer of its own, and this message. */
  Order.Paid paidWith(Function<Order.Paid, Message> message) {
    var order = Fixtures.anOrder().forBuyer(buyers.incrementAndGet()).paid();
    commit(Fixtures.to(order).sending(message.apply(order)).done());
    return order;
  }

  /** Writes an order that is paid and whose goods wait to leave. */
  Order.Paid paidWithGoods() {
    return paidWith(order -> new Message.HandOver(order.id(), order.charge().buyer()));
  }

  void send(Order order, Message message) {
    commit(Fixtures.to(order).sending(message).done());
  }

  Optional<Order> find(OrderId order) {
    return in(work -> work.lock(order));
  }

  List<Due> claim(int limit) {
    return in(work -> work.claim(limit, LEASE));
  }

  Due claimOne() {
    var due = claim(10);
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  PaymentEvent eventOf(Transition transition) {
    return transition.after().stream()
        .filter(Order.class::isInstance)
        .<PaymentEvent>map(order -> sent(((Order) order).id()))
        .findFirst()
        .orElseGet(this::requested);
  }

  PaymentEvent sent(OrderId order) {
    return new PaymentEvent.InvoiceSent(order, now());
  }

  PaymentEvent requested() {
    return new PaymentEvent.InvoiceRequested(new BuyerId(1), Fixtures.anOrder().terms(), now());
  }

  /** Waits for a condition, with a bound. */
  static void until(BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private static void lock(Work work, Home home) {
    switch (home) {
      case Home.Nothing nothing -> {}
      case Link link -> work.lock(link.id());
      case Order order -> work.lock(order.id());
      case StrayCharge stray -> work.lock(stray.charge().id());
    }
  }
}
