package dev.startill.benchmarks.run;

import dev.startill.benchmarks.run.Contestant.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is to be reached, beside what was.
 *
 * @param bots that may have rows
 * @param rows all there are
 */
record Aims(List<Contestant> bots, Rows rows) {
  private static final String HEAD =
      """
      | figure | aim | median (least–most) | reached |
      | --- | --- | --- | --- |
      """;

  /** Where so many buyers keep a bot busy. */
  private static final List<String> BUSY = List.of("polling, 128 buyers", "webhook, 128 buyers");

  private static final String AFAR = "polling, 16 buyers, round trip 40 ms";

  /**
   * A bound and what became of it.
   *
   * @param figure in words
   * @param isFloor whether it is to be at least the bound, and not at most
   * @param bound inclusive
   * @param measured NaN if it was not
   */
  private record Aim(String figure, boolean isFloor, double bound, Spread measured) {
    static Aim atLeast(double bound, String figure, Spread measured) {
      return new Aim(figure, true, bound, measured);
    }

    static Aim atMost(double bound, String figure, Spread measured) {
      return new Aim(figure, false, bound, measured);
    }

    boolean isMeasured() {
      return !Double.isNaN(measured.median());
    }

    String line() {
      var isReached = isFloor ? measured.median() >= bound : measured.median() <= bound;
      return "| %s | %s %s | %s | %s |\n"
          .formatted(
              figure,
              isFloor ? "≥" : "≤",
              Spread.rounded(bound),
              measured.withRange(),
              isReached ? "yes" : "**no**");
    }
  }

  /** In Markdown, a line for each that was measured; empty if none was. */
  String table() {
    var aims = new ArrayList<Aim>();
    BUSY.forEach(scenario -> aims.addAll(underLoad(scenario)));
    var here = rows.of(Contestants.STARTILL);
    aims.add(Aim.atLeast(120, AFAR + ": sales/s", here.in(AFAR).spread(Row::salesPerSecond)));
    aims.addAll(ofProcess(here));
    BUSY.forEach(scenario -> aims.addAll(ofNodes(scenario)));
    var table = new StringBuilder();
    aims.stream().filter(Aim::isMeasured).forEach(aim -> table.append(aim.line()));
    return table.isEmpty() ? "" : HEAD + table;
  }

  private List<Aim> underLoad(String scenario) {
    var here = rows.in(scenario);
    var ours = here.of(Contestants.STARTILL);
    var peers = here.of(named(Kind.PEER));
    var floor = here.of(named(Kind.FLOOR));
    ToDoubleFunction<Row> sales = Row::salesPerSecond;
    ToDoubleFunction<Row> cpu = row -> row.use().cpu();
    return List.of(
        Aim.atLeast(3, scenario + ": sales × the best peer's", ours.over(peers, sales, Math::max)),
        Aim.atLeast(0.25, scenario + ": sales × the floor's", ours.over(floor, sales, Math::max)),
        Aim.atMost(0.25, scenario + ": CPU ms a sale, SQLite", ours.spread(cpu)),
        Aim.atMost(
            0.4,
            scenario + ": CPU ms a sale, PostgreSQL (without the database's own)",
            here.of(Contestants.ON_POSTGRESQL).spread(cpu)),
        Aim.atMost(
            0.5,
            scenario + ": p99 of the checkout × the best peer's",
            ours.over(peers, row -> row.sum().checkoutP99(), Math::min)));
  }

  private List<Aim> ofProcess(Rows ours) {
    var starts = ours.ofStarts();
    return List.of(
        Aim.atMost(
            500,
            "from the command to the first answered update, ms",
            starts.spread(row -> row.use().startMillis())),
        Aim.atMost(110, "RSS at rest, MB", starts.spread(row -> row.use().idleMegabytes())),
        Aim.atMost(
            200,
            "RSS at most, under the load of 128 buyers, MB",
            starts.spread(row -> row.use().peakMegabytes())));
  }

  private List<Aim> ofNodes(String scenario) {
    var here = rows.in(scenario);
    var one = here.of(Contestants.ON_POSTGRESQL);
    var several =
        here.of(
            bots.stream().filter(bot -> bot.needs().nodes() > 1).map(Contestant::name).toList());
    return List.of(
        Aim.atLeast(
            0.9,
            scenario + ": sales a CPU second of several nodes × one node's",
            several.over(one, Row::salesPerCpuSecond, Math::max)),
        Aim.atLeast(
            0.9,
            scenario + ": the same with the database's CPU",
            several.over(one, Row::salesPerCpuSecondOfAll, Math::max)));
  }

  private List<String> named(Kind kind) {
    return bots.stream().filter(bot -> bot.kind() == kind).map(Contestant::name).toList();
  }
}
