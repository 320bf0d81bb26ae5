package dev.startill.simulation;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code startill simulate}: runs histories from seed after seed, and says which did not end well,
 * by what invariant, and what led there.
 */
public final class Simulate {
  private static final int LAST_LINES = 60;
  private static final int SHOWN = 3;
  private static final int BAR = 40;

  /** More wait for each other than work. */
  private static final int MOST_THREADS = 1000;

  /** What to run. */
  private record Order(long seed, long histories, int threads, boolean trace) {}

  private Simulate() {}

  /**
   * Runs what the arguments ask for.
   *
   * @param out gets the outcome
   * @param progress gets the progress bar
   * @return 0 if all histories ended well, 1 if one did not, 2 if the arguments are wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream progress) {
    Order order;
    try {
      order = read(arguments);
    } catch (IllegalArgumentException e) {
      progress.printf("startill: %s See ./startill simulate --help.%n", e.getMessage());
      return 2;
    }
    var engine = Logger.getLogger("dev.startill");
    var before = engine.getLevel();
    engine.setLevel(Level.OFF);
    try {
      return order.trace() ? trace(order, out) : run(order, out, progress);
    } finally {
      engine.setLevel(before);
    }
  }

  private static int run(Order order, PrintStream out, PrintStream progress) {
    var start = System.nanoTime();
    var series =
        new Series(order.seed(), order.histories())
            .run(order.threads(), bar(order.histories(), progress));
    var seconds = (System.nanoTime() - start) / 1e9;
    series.failures().stream().limit(SHOWN).forEach(verdict -> show(verdict, LAST_LINES, out));
    byInvariant(series.failures())
        .forEach(
            (invariant, seeds) ->
                out.printf(
                    "%8d broke %s, with seeds such as %s%n",
                    seeds.size(), invariant, seeds.stream().limit(SHOWN).toList()));
    out.println("Reached by the engine:");
    series.reached().forEach((name, times) -> out.printf("%8d %s%n", times, name));
    out.printf(
        "%d %s, %d steps in %.1f s: %s%n",
        series.ended(),
        series.ended() == 1 ? "history" : "histories",
        series.steps(),
        seconds,
        series.failures().isEmpty()
            ? "every invariant held"
            : series.failures().size() + " broke an invariant");
    return series.failures().isEmpty() ? 0 : 1;
  }

  private static int trace(Order order, PrintStream out) {
    try (var blank = new Blank()) {
      var simulation = new Simulation(blank);
      var well = true;
      for (var n = 0L; n < order.histories(); n++) {
        var verdict = simulation.run(order.seed() + n);
        show(verdict, Integer.MAX_VALUE, out);
        well &= verdict.breach().isEmpty();
      }
      return well ? 0 : 1;
    } catch (SQLException e) {
      throw new IllegalStateException("The simulation's own database failed.", e);
    }
  }

  private static void show(Verdict verdict, int most, PrintStream out) {
    var lines = verdict.trace();
    lines.subList(Math.max(0, lines.size() - most), lines.size()).forEach(out::println);
    out.printf(
        "seed %d, %d steps: %s%n%n",
        verdict.seed(),
        verdict.steps(),
        verdict.breach().map(Breach::toString).orElse("every invariant held"));
  }

  private static Map<Invariant, List<Long>> byInvariant(Collection<Verdict> failures) {
    var seeds = new TreeMap<Invariant, List<Long>>();
    for (var verdict : failures) {
      verdict
          .breach()
          .ifPresent(
              breach ->
                  seeds
                      .computeIfAbsent(breach.invariant(), i -> new ArrayList<>())
                      .add(verdict.seed()));
    }
    return seeds;
  }

  private static LongConsumer bar(long all, PrintStream progress) {
    return done -> {
      if (done == all || done % Math.max(1, all / 200) == 0) {
        var full = (int) (done * BAR / all);
        progress.printf(
            "\r[%s%s] %d of %d histories%s",
            "#".repeat(full), " ".repeat(BAR - full), done, all, done == all ? "\n" : "");
        progress.flush();
      }
    };
  }

  private static Order read(List<String> arguments) {
    var order = new Order(1, 1000, Runtime.getRuntime().availableProcessors(), false);
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var name = rest.next();
      order =
          switch (name) {
            case "--seed" ->
                new Order(
                    number(name, rest, Long.MIN_VALUE, Long.MAX_VALUE),
                    order.histories,
                    order.threads,
                    order.trace);
            case "--histories" ->
                new Order(
                    order.seed, number(name, rest, 1, Long.MAX_VALUE), order.threads, order.trace);
            case "--threads" ->
                new Order(
                    order.seed,
                    order.histories,
                    (int) number(name, rest, 1, MOST_THREADS),
                    order.trace);
            case "--trace" -> new Order(order.seed, order.histories, order.threads, true);
            default ->
                throw new IllegalArgumentException("there is no option '%s' here.".formatted(name));
          };
    }
    return order;
  }

  private static long number(String name, Iterator<String> rest, long least, long most) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("%s needs a value.".formatted(name));
    }
    var text = rest.next();
    try {
      var number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    var range =
        most < Long.MAX_VALUE
            ? " from %d to %d".formatted(least, most)
            : least > Long.MIN_VALUE ? " from %d on".formatted(least) : "";
    throw new IllegalArgumentException(
        "%s is a whole number%s, unlike '%s'.".formatted(name, range, text));
  }
}
