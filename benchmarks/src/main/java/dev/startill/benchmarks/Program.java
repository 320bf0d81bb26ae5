package dev.startill.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process on this machine uses, as the kernel counts it (proc(5)). CPU time comes in steps
 * of 10 ms.
 *
 * @param name for the report
 * @param pid of the process
 */
record Program(String name, long pid) {
  /** This one. */
  static Program driver() {
    return new Program("driver", ProcessHandle.current().pid());
  }

  /** {@code name=pid}. */
  static Program of(String text) {
    var at = text.indexOf('=');
    if (at < 1) {
      throw new IllegalArgumentException("'" + text + "' is not NAME=PID.");
    }
    return new Program(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
  }

  /** CPU time since it began. */
  Duration cpu() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new IllegalStateException(name + " is gone"));
  }

  /** Resident memory in MB of 1,000,000 bytes; NaN where there is no /proc. */
  double residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The most that it ever was. */
  double peakMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  private double megabytes(String line) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(found -> found.startsWith(line))
          .mapToDouble(found -> Long.parseLong(found.replaceAll("\\D", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
