package dev.startill.benchmarks.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Measures bots beside one another: in each pass every bot goes through every scenario, so that
 * what else the machine does falls on all alike. {@code benchmarks/run --help} tells its options.
 */
public final class Compare {
  private static final List<String> OPTIONS =
      List.of("root", "launcher", "out", "bots", "scenarios", "passes", "seconds", "warm-up");

  private static final String SCENARIOS =
      "polling:128,webhook:128,polling:16:40ms,webhook:16:40ms,polling:@200";

  private final List<Contestant> bots;
  private final List<Scenario> scenarios;
  private final Pass pass;
  private final Results results;

  private Compare(List<Contestant> bots, List<Scenario> scenarios, Pass pass, Results results) {
    this.bots = bots;
    this.scenarios = scenarios;
    this.pass = pass;
    this.results = results;
  }

  /** Runs as told; leaves rows, tables and charts in a folder. */
  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(OPTIONS, args);
    var root = options.path("root", ".").toAbsolutePath().normalize();
    var target = root.resolve("benchmarks/target");
    var launcher = options.path("launcher", root.resolve("startill").toString());
    var contestants = new Contestants(root, launcher);
    var only = options.list("bots", "");
    var bots =
        contestants.all().stream()
            .filter(bot -> only.isEmpty() || only.contains(bot.name()))
            .toList();
    var scenarios = options.list("scenarios", SCENARIOS).stream().map(Scenario::of).toList();
    var pass =
        new Pass(
            options.seconds("warm-up", 4),
            options.seconds("seconds", 4),
            target.resolve("homes-" + ProcessHandle.current().pid()));
    var where =
        "%s; Node %s".formatted(Machine.described(target), contestants.node().orElse("none"));
    var out = options.path("out", target.resolve("results").toString());
    new Compare(bots, scenarios, pass, new Results(out, where, bots))
        .run(options.number("passes", 3));
  }

  private void run(int passes) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var all = passes * scenarios.stream().mapToInt(this::entries).sum();
    var done = 0;
    for (var number = 1; number <= passes; number++) {
      for (var scenario : scenarios) {
        for (var bot : entering(scenario)) {
          var minutes = (System.nanoTime() - begun) / 60e9;
          var left = done == 0 ? "" : " (%.0f min left)".formatted(minutes / done * (all - done));
          say(
              "%d of %d%s  pass %d, %s: %s",
              ++done, all, left, number, scenario.name(), bot.name());
          var row = pass.run(bot, scenario, number);
          say("    %s", told(row));
          results.add(row);
        }
      }
      results.write();
    }
    pass.clear();
    say("The figures are in %s.", results.folder());
  }

  private int entries(Scenario scenario) {
    return entering(scenario).size();
  }

  private List<Contestant> entering(Scenario scenario) {
    return bots.stream().filter(bot -> bot.modes().contains(scenario.updates())).toList();
  }

  private static String told(Row row) {
    var sum = row.sum();
    return String.format(
        Locale.ROOT,
        "%.0f sales/s, %.3f ms CPU a sale (driver %.3f), checkout %.1f / %.1f ms, goods %.1f / %.1f"
            + " ms, start %.0f ms, RSS %.0f / %.0f MB, load %.1f; %s",
        row.salesPerSecond(),
        row.use().cpu(),
        row.use().driver(),
        sum.checkoutP50(),
        sum.checkoutP99(),
        sum.goodsP50(),
        sum.goodsP99(),
        row.use().startMillis(),
        row.use().idleMegabytes(),
        row.use().peakMegabytes(),
        row.load(),
        row.count().isClean() ? row.count().paid() + " paid, goods once each" : row.count());
  }

  @SuppressWarnings("AnnotateFormatMethod") // Only called here.
  private static void say(String form, Object... words) {
    System.out.println(String.format(Locale.ROOT, form, words));
  }
}
