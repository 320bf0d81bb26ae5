package dev.startill.benchmarks.micro;

import dev.startill.catalog.Terms;
import dev.startill.jdbc.Batcher;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.port.Ids;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A durable commit of a batch of units in a SQLite file. Each unit is the heaviest of a sale: an
 * order that is born paid, with its charge, its posting, a message and a line of history. The score
 * is of the whole batch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StoreBenchmark {
  private static final Terms TERMS = Fixtures.anOrder().terms();

  /** Units in one commit. */
  @Param({"1", "64"})
  private int batch;

  private final Ids ids = new Ids(InstantSource.system(), new Random(1));
  private @Nullable Path folder;
  private @Nullable JdbcStore store;
  private @Nullable Stepped steps;
  private long recorded;

  /** An empty file for each iteration. */
  @Setup(Level.Iteration)
  public void open() throws IOException {
    var home = Files.createTempDirectory(Path.of("").toAbsolutePath(), "micro-store");
    steps = new Stepped();
    store =
        JdbcStore.open(
            "jdbc:sqlite:" + home.resolve("shop.db"),
            new BotId(7_000_000_001L),
            Settings.defaults(),
            InstantSource.system(),
            new Random(2),
            steps);
    folder = home;
  }

  /** Away with it. */
  @TearDown(Level.Iteration)
  public void close() throws IOException {
    if (store != null && folder != null) {
      store.close();
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Queues a batch and commits it. */
  @Benchmark
  public long commit() {
    if (store == null || steps == null) {
      throw new IllegalStateException("Not opened.");
    }
    var before = recorded;
    for (var i = 0; i < batch; i++) {
      store.behind(this::sell, sold -> recorded++);
    }
    steps.step();
    if (recorded != before + batch) {
      throw new IllegalStateException("Not recorded.");
    }
    return recorded;
  }

  private boolean sell(Store.Work work) {
    var now = Fixtures.NOON;
    var id = new OrderId(ids.next("ord"));
    var charge =
        Charge.kept(new ChargeId(ids.next("stx".repeat(35))), Fixtures.ANNA, TERMS.price(), now);
    var paid = new Order.Paid(id, TERMS, Optional.empty(), charge, Goods.OWED);
    var event = new ChargeReceived(charge, new Payload.OfOrder(id), PaymentEvent.Via.UPDATE, now);
    work.commit(
        event,
        Fixtures.to(paid)
            .posting(Fixtures.theSaleOf(paid))
            .sending(new Message.HandOver(id, Fixtures.ANNA))
            .done(),
        Optional.empty());
    return true;
  }

  /** Batches that run when they are told to. */
  private static final class Stepped implements Batcher {
    private @Nullable Batches batches;

    @Override
    public void drive(Batches driven) {
      batches = driven;
    }

    /** No batch is cut short by the clock: its size is what is measured. */
    @Override
    public long nanoTime() {
      return 0;
    }

    void step() {
      if (batches != null) {
        batches.nextIfAny();
      }
    }

    @Override
    public void close() {
      step();
    }
  }
}
