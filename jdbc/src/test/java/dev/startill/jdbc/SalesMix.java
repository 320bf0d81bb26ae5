package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;

import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures.OrderFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a store under sales: an invoice is requested, a checkout approved, a charge received and
 * its goods handed over, each a unit of work whose caller waits. Arguments: a folder (on the disk
 * to be measured), buyers, seconds.
 */
final class SalesMix {
  private final Store store;
  private final Instant end;
  private final AtomicLong sales = new AtomicLong();
  private final AtomicLong buyers = new AtomicLong();
  private final ConcurrentSkipListMap<Long, Long> checkoutMicros = new ConcurrentSkipListMap<>();
  private final InstantSource clock;

  private SalesMix(Store store, Instant end, InstantSource clock) {
    this.store = store;
    this.end = end;
    this.clock = clock;
  }

  @SuppressWarnings("SystemOut") // its figures
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory(Path.of(arguments[0]), "sales");
    var threads = Integer.parseInt(arguments[1]);
    var time = Duration.ofSeconds(Long.parseLong(arguments[2]));
    var clock = InstantSource.system();
    var file = SqliteFile.in(folder);
    try (var store = file.open(Settings.defaults(), Batcher.onItsOwnThread(), clock)) {
      var started = System.nanoTime();
      var mix = new SalesMix(store, clock.instant().plus(time), clock);
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var buyer :
            pool.invokeAll(Collections.<Callable<Boolean>>nCopies(threads, mix::sell))) {
          buyer.get();
        }
      }
      mix.report(store.stats(), (System.nanoTime() - started) / 1e9);
    }
  }

  @SuppressWarnings("SystemOut") // its figures
  private void report(JdbcStore.Stats stats, double seconds) {
    System.out.printf(
        "%d sales, %.0f sales/s, %.0f units/s, %.1f units a commit, checkout p50 %.1f ms, p99 %.1f ms%n",
        sales.get(),
        sales.get() / seconds,
        stats.units() / seconds,
        (double) stats.units() / stats.commits(),
        percentile(0.5) / 1000.0,
        percentile(0.99) / 1000.0);
  }

  private boolean sell() {
    while (clock.instant().isBefore(end)) {
      var fixture =
          anOrder().forBuyer(buyers.incrementAndGet()).validUntil(end.plus(Duration.ofDays(1)));
      request(fixture);
      var before = System.nanoTime();
      step(Lane.CHECKOUT, fixture.open(), to(fixture.approved()).done(), Optional.empty());
      checkoutMicros.merge((System.nanoTime() - before) / 1000, 1L, Long::sum);
      charge(fixture.paid());
      handOver(fixture.fulfilled());
      sales.incrementAndGet();
    }
    return true;
  }

  private void request(OrderFixture fixture) {
    var order = fixture.open();
    store.inTransaction(
        Lane.ROUTINE,
        work -> {
          work.lockUnpaid(order.terms().product(), fixture.approved().buyer());
          work.commit(sent(order), to(order).done(), Optional.empty());
          return true;
        });
  }

  private void charge(Order.Paid paid) {
    var event =
        new PaymentEvent.ChargeReceived(
            paid.charge(),
            new Payload.OfOrder(paid.id()),
            PaymentEvent.Via.UPDATE,
            clock.instant());
    store.inTransaction(
        Lane.ROUTINE,
        work -> {
          work.knows(paid.charge().id());
          work.lock(paid.id());
          var next =
              to(paid)
                  .posting(theSaleOf(paid))
                  .sending(new Message.HandOver(paid.id(), paid.charge().buyer()))
                  .done();
          work.commit(event, next, Optional.empty());
          return true;
        });
  }

  private void handOver(Order.Paid fulfilled) {
    var due = store.inTransaction(Lane.ROUTINE, work -> work.claim(1, Duration.ofMinutes(2)));
    step(Lane.ROUTINE, fulfilled, to(fulfilled).done(), due.stream().map(d -> d.id()).findFirst());
  }

  private void step(Lane lane, Order order, Transition next, Optional<MessageId> settles) {
    store.inTransaction(
        lane,
        work -> {
          work.lock(order.id());
          work.commit(sent(order), next, settles);
          return true;
        });
  }

  private PaymentEvent sent(Order order) {
    return new PaymentEvent.InvoiceSent(order.id(), clock.instant());
  }

  private double percentile(double share) {
    var total = checkoutMicros.values().stream().mapToLong(n -> n).sum();
    var seen = 0L;
    for (var bucket : checkoutMicros.entrySet()) {
      seen += bucket.getValue();
      if (seen >= total * share) {
        return bucket.getKey();
      }
    }
    return Double.NaN;
  }
}
