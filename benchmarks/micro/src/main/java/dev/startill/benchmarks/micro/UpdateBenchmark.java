package dev.startill.benchmarks.micro;

import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Updates;
import java.nio.charset.StandardCharsets;
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

/** Updates as a webhook brings them, read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class UpdateBenchmark {
  private static final String ANNA =
      "\"from\":{\"id\":1001,\"is_bot\":false,\"first_name\":\"Anna\",\"language_code\":\"en\"}";

  private final byte[] checkout =
      bytes(
          "{\"update_id\":1,\"pre_checkout_query\":{\"id\":\"4297\","
              + ANNA
              + ",\"currency\":\"XTR\",\"total_amount\":50,"
              + "\"invoice_payload\":\"st:ord_01m83qzyerf0j85tkjqntr0e02\"}}");
  private final byte[] payment =
      bytes(
          "{\"update_id\":2,\"message\":{\"message_id\":7,"
              + ANNA
              + ",\"chat\":{\"id\":1001,\"first_name\":\"Anna\",\"type\":\"private\"},"
              + "\"date\":1790000000,\"successful_payment\":{\"currency\":\"XTR\","
              + "\"total_amount\":50,\"invoice_payload\":\"st:ord_01m83qzyerf0j85tkjqntr0e02\","
              + "\"telegram_payment_charge_id\":\"stxX%s\",".formatted("x".repeat(130))
              + "\"provider_payment_charge_id\":\"1001_7\"}}}");

  /** A pre-checkout query. */
  @Benchmark
  public Incoming checkout() {
    return Updates.read(checkout);
  }

  /** A payment. */
  @Benchmark
  public Incoming payment() {
    return Updates.read(payment);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
