package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Count;
import dev.startill.benchmarks.telegram.Tally;
import java.util.List;
import java.util.Locale;

/**
 * What one bot did in one pass.
 *
 * @param scenario what was asked of it
 * @param pass counted from 1
 * @param bot by name
 * @param use of the machine
 * @param sum sales and times
 * @param count what became of the payments
 * @param load the machine's load average before the pass
 */
record Row(
    Scenario scenario, int pass, String bot, Use use, Tally.Sum sum, Count count, double load) {
  /**
   * What it took of the machine.
   *
   * @param startMillis from the process's start to its first invoice
   * @param idleMegabytes resident, after the scenario's rest
   * @param peakMegabytes the most that was resident
   * @param cpu milliseconds of the bot's CPU a sale
   * @param database milliseconds of the CPU that a server of its database took a sale
   * @param driver milliseconds of the driver's CPU a sale
   */
  record Use(
      double startMillis,
      double idleMegabytes,
      double peakMegabytes,
      double cpu,
      double database,
      double driver) {
    /** What a crew took; the CPU is that of one sale. */
    static Use of(Crew crew, double idleMegabytes, Meter cpu) {
      return new Use(
          crew.startMillis(),
          idleMegabytes,
          crew.usage().peakMegabytes(),
          cpu.bot(),
          cpu.database(),
          cpu.driver());
    }
  }

  static final String HEAD =
      "scenario,pass,bot,start_ms,idle_mb,peak_mb,seconds,sales,sales_per_s,checkout_p50_ms,"
          + "checkout_p99_ms,goods_p50_ms,goods_p99_ms,sale_p50_ms,sale_p99_ms,cpu_ms_per_sale,"
          + "database_cpu_ms_per_sale,driver_cpu_ms_per_sale,paid,lost,twice,excused,refused,expired,unheard,load";

  double salesPerSecond() {
    return sum.sales() / sum.seconds();
  }

  /** Whether all came off as it should. */
  boolean isClean() {
    return count.isClean() && sum.sales() > 0;
  }

  /** Sales of a second of the bot's CPU. */
  double salesPerCpuSecond() {
    return 1000 / use.cpu;
  }

  /** Sales of a second of the CPU that the bot and its database take together. */
  double salesPerCpuSecondOfAll() {
    return 1000 / (use.cpu + use.database);
  }

  /** As a line of {@link #HEAD}. */
  String csv() {
    var numbers =
        List.of(
            use.startMillis,
            use.idleMegabytes,
            use.peakMegabytes,
            sum.seconds(),
            (double) sum.sales(),
            salesPerSecond(),
            sum.checkoutP50(),
            sum.checkoutP99(),
            sum.goodsP50(),
            sum.goodsP99(),
            sum.wholeP50(),
            sum.wholeP99(),
            use.cpu,
            use.database,
            use.driver,
            (double) count.paid(),
            (double) count.lost(),
            (double) count.twice(),
            (double) count.excused(),
            (double) count.refused(),
            (double) count.expired(),
            (double) count.unheard(),
            load);
    var line = new StringBuilder("\"%s\",%d,%s".formatted(scenario.name(), pass, bot));
    for (var number : numbers) {
      var isWhole = number == Math.rint(number);
      line.append(',')
          .append(
              isWhole
                  ? Long.toString(number.longValue())
                  : String.format(Locale.ROOT, "%.3f", number));
    }
    return line.toString();
  }
}
