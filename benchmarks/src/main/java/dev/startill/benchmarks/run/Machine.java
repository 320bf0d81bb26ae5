package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** Where the figures were taken: they mean little without it. */
final class Machine {
  private static final int WRITES = 200;
  private static final int BLOCK = 4096;

  private Machine() {}

  /** In one sentence. */
  static String described(Path folder) throws IOException {
    return "%d cores (%s), %.0f GB of memory, Linux %s, %s %s; a 4 kB write and fdatasync take %.2f ms"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            memory(),
            System.getProperty("os.version"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.runtime.version"),
            fdatasyncMillis(folder));
  }

  /** How busy it was in the last minute. */
  static double load() throws IOException {
    var said = Files.readString(Path.of("/proc/loadavg"));
    return Double.parseDouble(said.substring(0, said.indexOf(' ')));
  }

  private static String processor() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static double memory() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith("MemTotal"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e9)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  private static double fdatasyncMillis(Path folder) throws IOException {
    var path = Files.createDirectories(folder).resolve("fdatasync");
    var nanos = new long[WRITES];
    try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var i = 0; i < WRITES; i++) {
        var begun = System.nanoTime();
        file.write(ByteBuffer.allocate(BLOCK));
        file.force(false);
        nanos[i] = System.nanoTime() - begun;
      }
    } finally {
      Files.deleteIfExists(path);
    }
    Arrays.sort(nanos);
    return nanos[WRITES / 2] / 1e6;
  }
}
