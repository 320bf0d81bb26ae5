package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process and all that it started use, as the kernel counts it (proc(5)). CPU time comes in
 * steps of 10 ms, which a pass of some seconds outweighs.
 *
 * @param cpuMillis user and system time since the beginning
 * @param residentMegabytes now, in MB of 1,000,000 bytes
 * @param peakMegabytes the most there was; of several processes, the sum of each one's most
 */
record Usage(double cpuMillis, double residentMegabytes, double peakMegabytes) {
  private static final double MILLIS_A_TICK = 10;

  /** Fields of /proc/PID/stat, counted from behind the name in parentheses. */
  private static final int USER = 11;

  /** Of nobody. */
  static final Usage NONE = new Usage(0, 0, 0);

  /** Of this process and its descendants, as of now. */
  static Usage of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(one -> ofOne(one.pid()))
        .reduce(NONE, Usage::plus);
  }

  /** Of the driver, without the bot that it started. */
  static Usage ofDriver() {
    return ofOne(ProcessHandle.current().pid());
  }

  /** Of two together. */
  Usage plus(Usage other) {
    return new Usage(
        cpuMillis + other.cpuMillis,
        residentMegabytes + other.residentMegabytes,
        peakMegabytes + other.peakMegabytes);
  }

  private static Usage ofOne(long pid) {
    try {
      var proc = Path.of("/proc", Long.toString(pid));
      var stat = Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1);
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      // Its own time, and that of children which have ended.
      var ticks = 0L;
      for (var i = USER; i < USER + 4; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      var status = Files.readString(proc.resolve("status"), StandardCharsets.ISO_8859_1);
      return new Usage(
          ticks * MILLIS_A_TICK, megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    } catch (NoSuchFileException ended) {
      return NONE;
    } catch (IOException e) {
      return NONE;
    }
  }

  private static double megabytes(String status, String name) {
    var at = status.indexOf(name);
    if (at < 0) {
      return 0;
    }
    var line = status.substring(at + name.length(), status.indexOf('\n', at));
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
  }
}
