package dev.startill.simulation;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code startill simulate}: runs histories from seed after seed, and says which did not end well.
 */
public final class Simulate {
  private static final int LAST_LINES = 60;

  /** What to run. */
  private record Order(long seed, long histories, int threads, boolean trace) {}

  private Simulate() {}

  /**
   * Runs what the arguments ask for: {@code --seed N --histories N --threads N --trace}.
   *
   * @param out gets the outcome
   * @param progress gets the progress bar
   * @return 0 if all histories ended well, 1 if one did not, 2 if the arguments are wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream progress) {
    var order = read(arguments);
    if (order.isEmpty()) {
      out.println("Usage: startill simulate [--seed N] [--histories N] [--threads N] [--trace]");
      return 2;
    }
    var quiet = Logger.getLogger("dev.startill");
    var before = quiet.getLevel();
    quiet.setLevel(Level.OFF);
    try {
      progress.println("Running " + order.get().histories() + " histories");
      return run(order.get(), out);
    } finally {
      quiet.setLevel(before);
    }
  }

  private static int run(Order order, PrintStream out) {
    var next = new AtomicLong();
    var reached = new Reached();
    var failed = new java.util.TreeMap<Long, Verdict>();
    var steps = new AtomicLong();
    var start = System.nanoTime();
    var workers =
        java.util.stream.IntStream.range(0, order.threads())
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .name("simulation-" + i)
                        .start(
                            () -> {
                              for (var n = next.getAndIncrement();
                                  n < order.histories();
                                  n = next.getAndIncrement()) {
                                var verdict = new Simulation(order.seed() + n).run();
                                steps.addAndGet(verdict.steps());
                                synchronized (reached) {
                                  reached.add(verdict.reached());
                                  if (verdict.breach().isPresent() || order.trace()) {
                                    failed.put(verdict.seed(), verdict);
                                  }
                                }
                              }
                            }))
            .toList();
    for (var worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (var verdict : failed.values().stream().limit(3).toList()) {
      var lines = verdict.trace();
      var from = order.trace() ? 0 : Math.max(0, lines.size() - LAST_LINES);
      lines.subList(from, lines.size()).forEach(out::println);
      out.printf("seed %d: %s%n%n", verdict.seed(), verdict.breach());
    }
    failed.values().stream()
        .flatMap(v -> v.breach().stream())
        .collect(
            java.util.stream.Collectors.groupingBy(
                Breach::invariant, java.util.stream.Collectors.counting()))
        .forEach((invariant, times) -> out.printf("%6d %s%n", times, invariant));
    reached.forEach((name, times) -> out.printf("%8d %s%n", times, name));
    out.printf(
        "%d histories, %d steps, %.1f s%n",
        order.histories(), steps.get(), (System.nanoTime() - start) / 1e9);
    return failed.values().stream().anyMatch(v -> v.breach().isPresent()) ? 1 : 0;
  }

  private static Optional<Order> read(List<String> arguments) {
    long seed = 1;
    long histories = 1000;
    int threads = 2;
    var trace = false;
    try {
      for (var i = 0; i < arguments.size(); i++) {
        switch (arguments.get(i)) {
          case "--seed" -> seed = Long.parseLong(arguments.get(++i));
          case "--histories" -> histories = Long.parseLong(arguments.get(++i));
          case "--threads" -> threads = Integer.parseInt(arguments.get(++i));
          case "--trace" -> trace = true;
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    return Optional.of(new Order(seed, histories, threads, trace));
  }
}
