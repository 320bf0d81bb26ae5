package dev.startill.benchmarks.run;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures bots beside one another: in each pass every bot goes through every scenario, so that
 * what else the machine does falls on all alike. {@code benchmarks/run --help} tells its options.
 */
public final class Measure {
  private static final List<String> OPTIONS =
      List.of(
          "root",
          "launcher",
          "parts",
          "out",
          "bots",
          "scenarios",
          "nodes",
          "passes",
          "seconds",
          "warm-up",
          "short-warm-up");

  private final List<Entry> entries;
  private final Pass pass;
  private final Results results;
  private int failures;

  private Measure(List<Entry> entries, Pass pass, Results results) {
    this.entries = entries;
    this.pass = pass;
    this.results = results;
  }

  /** Runs as told; leaves rows, tables and charts in a folder. Exits with 1 if a pass failed. */
  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(OPTIONS, args);
    var root = options.path("root", ".").toAbsolutePath().normalize();
    var target = root.resolve("benchmarks/target");
    var launcher = options.path("launcher", root.resolve("startill").toString());
    var contestants = new Contestants(root, launcher, options.number("nodes", 3));
    var all = contestants.all();
    var entries = entries(options, all);
    var homes = target.resolve("homes-" + ProcessHandle.current().pid());
    var pass =
        new Pass(
            options.seconds("warm-up", 15),
            options.seconds("short-warm-up", 5),
            options.seconds("seconds", 5),
            homes);
    var where =
        "%s; Node %s. Counted for %.0f s after a warm-up of %.0f s for what is compiled while it runs and of %.0f s for the rest"
            .formatted(
                Machine.described(target),
                contestants.node().orElse("none"),
                pass.measured().toMillis() / 1e3,
                pass.longWarmUp().toMillis() / 1e3,
                pass.warmUp().toMillis() / 1e3);
    var out = options.path("out", target.resolve("results").toString());
    var entered = entries.stream().map(Entry::bot).collect(Collectors.toSet());
    var bots = all.stream().filter(entered::contains).toList();
    var measure = new Measure(entries, pass, new Results(out, where, bots));
    measure.run(options.number("passes", 3));
    System.exit(measure.failures == 0 ? 0 : 1);
  }

  /** Scenario by scenario; what two parts share is there once. */
  private static List<Entry> entries(Options options, List<Contestant> bots) {
    var only = options.list("bots", "");
    var asked = options.list("scenarios", "").stream().map(Scenario::of).toList();
    var taking = new LinkedHashMap<Scenario, Set<Contestant>>();
    for (var name : options.list("parts", "compare")) {
      var part = Part.valueOf(name.toUpperCase(Locale.ROOT));
      for (var scenario : asked.isEmpty() ? part.scenarios() : asked) {
        bots.stream()
            .filter(bot -> bot.modes().contains(scenario.updates()))
            .filter(bot -> only.isEmpty() ? part.has(bot, scenario) : only.contains(bot.name()))
            .forEach(taking.computeIfAbsent(scenario, none -> new HashSet<>())::add);
      }
    }
    return taking.entrySet().stream()
        .flatMap(
            each ->
                bots.stream()
                    .filter(each.getValue()::contains)
                    .map(bot -> new Entry(each.getKey(), bot)))
        .toList();
  }

  private void run(int passes) throws IOException, InterruptedException {
    var progress = new Progress(entries.stream().map(this::planned).toList(), passes);
    say("%d passes of %d: about %s.", passes, entries.size(), progress.left());
    for (var number = 1; number <= passes; number++) {
      for (var entry : entries) {
        say(
            "%s  pass %d, %s: %s",
            progress.next(), number, entry.scenario().name(), entry.bot().name());
        measure(entry, number);
      }
      results.write();
    }
    Place.clear(pass.folder());
    say("The figures are in %s; it took %s.", results.folder(), progress.taken());
    if (failures > 0) {
      say("%d of all did not come off; see above.", failures);
    }
  }

  private void measure(Entry entry, int number) throws IOException, InterruptedException {
    try {
      var row = pass.run(entry.bot(), entry.scenario(), number);
      say("    %s", told(row));
      results.add(row);
      failures += row.isClean() ? 0 : 1;
    } catch (IllegalStateException e) {
      // One bot that does not start does not take the figures of all others with it.
      say("    FAILED: %s", e);
      failures++;
    }
  }

  private Duration planned(Entry entry) {
    return pass.planned(entry.bot(), entry.scenario());
  }

  private static String told(Row row) {
    var sum = row.sum();
    var use = row.use();
    return String.format(
        Locale.ROOT,
        "%.0f sales/s, %.3f ms CPU a sale (database %.3f, driver %.3f), checkout %.1f / %.1f ms,"
            + " goods %.1f / %.1f ms, start %.0f ms, RSS %.0f / %.0f MB, load %.1f; %s",
        row.salesPerSecond(),
        use.cpu(),
        use.database(),
        use.driver(),
        sum.checkoutP50(),
        sum.checkoutP99(),
        sum.goodsP50(),
        sum.goodsP99(),
        use.startMillis(),
        use.idleMegabytes(),
        use.peakMegabytes(),
        row.load(),
        row.count().isClean() ? row.count().paid() + " paid, goods once each" : row.count());
  }

  @SuppressWarnings("AnnotateFormatMethod") // Only called here.
  private static void say(String form, Object... words) {
    System.out.println(String.format(Locale.ROOT, form, words));
  }
}
