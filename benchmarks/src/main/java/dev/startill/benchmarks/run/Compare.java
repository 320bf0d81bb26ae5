package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures bots beside one another: in each pass every bot goes through every scenario, so that
 * what else the machine does falls on all alike. See {@code benchmarks/run --help}.
 */
public final class Compare {
  private Compare() {}

  /** Runs as told and prints a row for each bot of each pass. */
  public static void main(String... args) throws IOException, InterruptedException {
    var options = new HashMap<String, String>();
    for (var arg : args) {
      var at = arg.indexOf('=');
      options.put(arg.substring(0, at), arg.substring(at + 1));
    }
    var root = Path.of(options.getOrDefault("root", "."));
    var out = Path.of(options.getOrDefault("out", "benchmarks/target/passes.csv"));
    var pass =
        new Pass(
            seconds(options.getOrDefault("warm-up", "3")),
            seconds(options.getOrDefault("seconds", "4")),
            root.resolve("benchmarks/target/homes"));
    var scenarios =
        Arrays.stream(options.getOrDefault("scenarios", "polling:128,webhook:128").split(","))
            .map(Scenario::of)
            .toList();
    var only = List.of(options.getOrDefault("bots", "").split(","));
    var bots =
        new Contestants(root, Map.of())
            .all().stream()
                .filter(bot -> only.equals(List.of("")) || only.contains(bot.name()))
                .toList();
    var passes = Integer.parseInt(options.getOrDefault("passes", "3"));
    var lines = new ArrayList<String>();
    lines.add(Row.HEAD);
    for (var number = 1; number <= passes; number++) {
      for (var scenario : scenarios) {
        for (var bot : bots) {
          if (bot.modes().contains(scenario.updates())) {
            lines.add(tell(pass, bot, scenario, number));
            Files.write(out, lines);
          }
        }
      }
    }
  }

  private static String tell(Pass pass, Contestant bot, Scenario scenario, int number)
      throws IOException, InterruptedException {
    var row = pass.run(bot, scenario, number);
    System.out.printf(
        "%d  %-28s %-13s %8.0f sales/s  %6.3f ms CPU (driver %5.3f)  checkout %6.1f / %6.1f ms "
            + " goods %6.1f / %6.1f ms  start %5.0f ms  RSS %3.0f / %3.0f MB  load %.1f  %s%n",
        number,
        scenario.name(),
        bot.name(),
        row.salesPerSecond(),
        row.cpu(),
        row.driverCpu(),
        row.sum().checkoutP50(),
        row.sum().checkoutP99(),
        row.sum().goodsP50(),
        row.sum().goodsP99(),
        row.startMillis(),
        row.idleMegabytes(),
        row.peakMegabytes(),
        row.load(),
        row.count().isClean() ? row.count().paid() + " paid, all told once" : row.count());
    return row.csv();
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
  }
}
