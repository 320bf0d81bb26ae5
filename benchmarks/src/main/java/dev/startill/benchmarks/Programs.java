package dev.startill.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What some processes use from a moment on, the driver among them. For one thread. */
final class Programs {
  private final Map<Program, Duration> before = new LinkedHashMap<>();

  /** Those that are named as {@code NAME=PID}, and the driver; from now on. */
  Programs(Stream<String> named) {
    named.map(Program::of).forEach(program -> before.put(program, Duration.ZERO));
    before.put(Program.driver(), Duration.ZERO);
    begin();
  }

  /** From now on. */
  void begin() {
    before.replaceAll((program, earlier) -> program.cpu());
  }

  /**
   * Prints what each used, spread over what was done meanwhile.
   *
   * @param what one of it is called
   * @param many how many were done
   */
  void print(String what, int many) throws IOException {
    for (var use : before.entrySet()) {
      var program = use.getKey();
      var nanos = (double) program.cpu().minus(use.getValue()).toNanos() / many;
      System.out.printf(
          "%-12s CPU %s a %s; RSS %.0f MB%n",
          program.name(), inWords(nanos), what, program.residentMegabytes());
    }
  }

  private static String inWords(double nanos) {
    return nanos < 100_000 ? "%.1f µs".formatted(nanos / 1e3) : "%.2f ms".formatted(nanos / 1e6);
  }
}
