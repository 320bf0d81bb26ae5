package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.ledger.Account;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.Transition;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A unit of work happens whole or not at all, and its caller hears which. */
interface UnitContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void a_unit_gives_back_what_it_returns() {
    assertThat(bench().<String>in(work -> "done")).isEqualTo("done");
  }

  @Test
  default void a_unit_sees_what_it_wrote() {
    var order = anOrder().paid();

    bench()
        .run(
            work -> {
              bench().commit(work, to(order).done());
              assertThat(work.lock(order.id())).contains(order);
              assertThat(work.knows(order.charge().id())).isTrue();
            });
  }

  @Test
  default void a_unit_that_throws_leaves_no_trace_and_its_caller_gets_the_exception() {
    var before = anOrder().open();
    bench().have(before);
    var order = anOrder().of("Tea").paid();
    var boom = new IllegalStateException("boom");

    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work -> {
                          bench().commit(work, everything(order));
                          bench()
                              .commit(
                                  work,
                                  to(new Order.Expired(before.id(), before.terms(), before.link()))
                                      .done());
                          throw boom;
                        }))
        .isSameAs(boom);

    assertThat(bench().find(before.id())).contains(before);
    assertThat(bench().find(order.id())).isEmpty();
    assertThat(bench().books().story(order.id())).isEmpty();
    assertThat(bench().books().balances()).containsEntry(Account.SALES, 0L);
    assertThat(bench().books().cases(9)).isEmpty();
    assertThat(bench().claim(9)).isEmpty();
    assertThat(bench().<Boolean>in(work -> work.knows(order.charge().id()))).isFalse();
  }

  @Test
  default void a_failed_unit_may_be_tried_again() {
    var order = anOrder().paid();
    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work -> {
                          bench().commit(work, everything(order));
                          throw new IllegalStateException("boom");
                        }))
        .isInstanceOf(IllegalStateException.class);

    bench().commit(everything(order));

    assertThat(bench().find(order.id())).contains(order);
  }

  @Test
  default void a_unit_that_hides_a_failed_commit_fails_all_the_same() {
    var known = anOrder().paid();
    bench().have(known);
    var fresh = anOrder().of("Tea").open();

    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work -> {
                          bench().commit(work, to(fresh).done());
                          assertThat(
                                  failureOf(
                                      () ->
                                          work.commit(
                                              bench().requested(),
                                              to(known).done(),
                                              Optional.empty())))
                              .isInstanceOf(StoreException.class);
                        }))
        .isInstanceOf(StoreException.class);

    assertThat(bench().find(fresh.id())).isEmpty();
  }

  @Test
  default void many_threads_write_and_nothing_is_lost() throws Exception {
    var orders = new ArrayList<Order.Paid>();
    for (var i = 1; i <= 400; i++) {
      orders.add(anOrder().forBuyer(i).paid());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Future<?>>();
      for (var order : orders) {
        writing.add(threads.submit(() -> bench().commit(everything(order))));
      }
      for (var write : writing) {
        write.get();
      }
    }

    assertThat(bench().books().orders(1000, Optional.empty())).hasSize(400);
    assertThat(bench().books().balances()).containsEntry(Account.SALES, 400 * 50_000_000_000L);
    assertThat(bench().books().waitingMessages()).isEqualTo(400);
  }

  @Test
  default void among_many_only_those_that_throw_are_undone() throws Exception {
    var good = new ArrayList<Order.Paid>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Future<?>>();
      for (var i = 1; i <= 200; i++) {
        var order = anOrder().forBuyer(i).paid();
        var fails = i % 3 == 0;
        if (!fails) {
          good.add(order);
        }
        writing.add(threads.submit(() -> writeOrFail(order, fails)));
      }
      for (var write : writing) {
        write.get();
      }
    }

    assertThat(bench().books().orders(1000, Optional.empty()))
        .extracting(line -> line.order().id())
        .containsExactlyInAnyOrderElementsOf(good.stream().map(Order.Paid::id).toList());
  }

  @Test
  default void a_unit_behind_is_written_in_time_and_never_throws() {
    var order = anOrder().open();
    bench().have(order);

    var told = new AtomicInteger();
    bench()
        .store()
        .behind(
            work -> {
              work.note(order.id(), bench().sent(order.id()), "declined");
              return 7;
            },
            told::set);
    bench()
        .store()
        .behind(
            work -> {
              throw new IllegalStateException("boom");
            },
            never -> told.set(-1));

    Bench.until(() -> bench().books().story(order.id()).orElseThrow().history().size() == 2);
    Bench.until(() -> told.get() == 7);
  }

  @Test
  default void a_checkout_whose_deadline_passed_in_the_queue_does_not_run() throws Exception {
    var release = new CountDownLatch(1);
    var ran = new AtomicBoolean();
    var blocker = blocked(release);
    var failure = new AtomicReference<Throwable>();
    var checkout =
        Thread.ofPlatform()
            .start(
                () ->
                    failure.set(
                        failureOf(
                            () ->
                                bench()
                                    .store()
                                    .inTransaction(Lane.CHECKOUT, work -> ran.getAndSet(true)))));
    Bench.until(() -> checkout.getState() == Thread.State.TIMED_WAITING);

    bench().advance(Settings.defaults().checkoutDeadline().plusMillis(1));
    release.countDown();
    checkout.join();
    blocker.get();

    assertThat(failure.get()).isInstanceOf(StoreException.class);
    assertThat(ran).isFalse();
  }

  @Test
  default void a_checkout_in_time_runs() {
    var order = anOrder().open();
    bench().have(order);

    assertThat(
            bench()
                .store()
                .<Boolean>inTransaction(Lane.CHECKOUT, work -> work.lock(order.id()).isPresent()))
        .isTrue();
  }

  @Test
  default void a_unit_opens_no_other() {
    assertThatThrownBy(() -> bench().run(work -> bench().run(inner -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void a_closed_store_refuses_and_may_be_closed_again() {
    bench().store().close();
    bench().store().close();

    assertThatThrownBy(() -> bench().run(work -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
    bench().store().behind(work -> 1, never -> {});
  }

  private Future<Boolean> blocked(CountDownLatch release) throws InterruptedException {
    var entered = new CountDownLatch(1);
    var done = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .start(
            () ->
                done.complete(
                    bench()
                        .<Boolean>in(
                            work -> {
                              entered.countDown();
                              return awaited(release);
                            })));
    entered.await();
    return done;
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void writeOrFail(Order.Paid order, boolean fails) {
    var boom = new IllegalStateException("boom");
    try {
      bench()
          .run(
              work -> {
                bench().commit(work, everything(order));
                if (fails) {
                  throw boom;
                }
              });
      assertThat(fails).isFalse();
    } catch (IllegalStateException e) {
      assertThat(e).isSameAs(boom);
    }
  }

  private static Throwable failureOf(Runnable action) {
    try {
      action.run();
      return new AssertionError("It did not fail.");
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static Transition everything(Order.Paid order) {
    return to(order)
        .posting(theSaleOf(order))
        .sending(new Message.HandOver(order.id(), order.charge().buyer()))
        .opening(CaseReason.FULFILMENT_FAILED)
        .saying("all of it")
        .done();
  }
}
