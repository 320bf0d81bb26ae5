package dev.startill.benchmarks.run;

import java.time.Duration;
import java.util.Locale;

/**
 * One way to measure.
 *
 * @param updates how updates come
 * @param buyers who buy without a pause; 0 for a fixed rate
 * @param rate purchases begun each second, where no number of buyers is given
 * @param roundTrip to Telegram
 * @param repeats the share of updates that come twice
 * @param rest between the first invoice and the load
 */
record Scenario(
    Stall.Mode updates, int buyers, int rate, Duration roundTrip, double repeats, Duration rest) {
  /** Enough for a process to have loaded what it has to. */
  private static final Duration SHORT_REST = Duration.ofSeconds(1);

  /** Short and unique, for tables and files. */
  String name() {
    var load = buyers > 0 ? buyers + " buyers" : rate + " a second";
    var way = roundTrip.isZero() ? "" : ", round trip %d ms".formatted(roundTrip.toMillis());
    var twice = repeats == 0 ? "" : String.format(Locale.ROOT, ", %.0f %% twice", repeats * 100);
    var resting = rest.equals(SHORT_REST) ? "" : ", after %d s of rest".formatted(rest.toSeconds());
    return updates + ", " + load + way + twice + resting;
  }

  /** Whether it is about how a bot begins and rests. */
  boolean isOfStarts() {
    return !rest.equals(SHORT_REST);
  }

  /**
   * {@code polling:128}, {@code webhook:@300}, {@code polling:16:40ms}, {@code polling:64:0ms:5%},
   * {@code polling:128:0ms:0%:10s}.
   */
  static Scenario of(String text) {
    var parts = text.split(":", -1);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "'" + text + "' is not MODE:BUYERS[:TRIPms[:TWICE%[:RESTs]]].");
    }
    var updates = Stall.Mode.valueOf(parts[0].toUpperCase(Locale.ROOT));
    var isRate = parts[1].startsWith("@");
    var number = Integer.parseInt(isRate ? parts[1].substring(1) : parts[1]);
    var trip = parts.length > 2 ? Long.parseLong(parts[2].replace("ms", "")) : 0;
    var twice = parts.length > 3 ? Double.parseDouble(parts[3].replace("%", "")) / 100 : 0;
    var rest =
        parts.length > 4
            ? Duration.ofSeconds(Long.parseLong(parts[4].replace("s", "")))
            : SHORT_REST;
    return new Scenario(
        updates, isRate ? 0 : number, isRate ? number : 0, Duration.ofMillis(trip), twice, rest);
  }
}
