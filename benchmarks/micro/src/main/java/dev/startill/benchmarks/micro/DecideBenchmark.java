package dev.startill.benchmarks.micro;

import dev.startill.payment.Facts;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentLifecycle;
import dev.startill.payment.Policy;
import dev.startill.payment.Transition;
import dev.startill.testkit.Fixtures;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The three decisions of a sale that goes well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecideBenchmark {
  private final Order.Open open = Fixtures.anOrder().open();
  private final Order.Approved approved = Fixtures.anOrder().approved();
  private final Order.Paid paid = Fixtures.anOrder().paid();
  private final Facts facts =
      new Facts(
          Facts.Shelf.UNCOUNTED,
          Facts.Handover.NONE,
          true,
          Fixtures.anOrderId(),
          Fixtures.NOON.plus(Duration.ofMinutes(15)),
          new Policy(Fixtures.ids().refund(), Set.of(), Optional.empty(), false, false),
          false);
  private final PaymentEvent checkout =
      new PaymentEvent.CheckoutArrived(
          approved.checkout(),
          Fixtures.ANNA,
          new Payload.OfOrder(open.id()),
          new PaymentEvent.Asked(50, "XTR"),
          Fixtures.NOON);
  private final PaymentEvent charge =
      new PaymentEvent.ChargeReceived(
          Fixtures.aCharge().kept(),
          new Payload.OfOrder(approved.id()),
          PaymentEvent.Via.UPDATE,
          Fixtures.NOON);
  private final PaymentEvent handedOver =
      new PaymentEvent.GoodsHandedOver(paid.id(), Fixtures.NOON);

  /** A buyer confirms. */
  @Benchmark
  public Transition checkout() {
    return decided(open, checkout);
  }

  /** Stars come. */
  @Benchmark
  public Transition charge() {
    return decided(approved, charge);
  }

  /** The goods have arrived. */
  @Benchmark
  public Transition handedOver() {
    return decided(paid, handedOver);
  }

  private Transition decided(Home home, PaymentEvent event) {
    return PaymentLifecycle.decide(home, event, facts);
  }
}
