package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One bot through one scenario: started in an empty folder, warmed up, measured, and asked for the
 * goods of every payment.
 *
 * @param warmUp sold through before anything is counted
 * @param measured counted
 * @param folder for the bots' files
 */
record Pass(Duration warmUp, Duration measured, Path folder) {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_FINISH = Duration.ofSeconds(30);
  private static final Duration TO_STOP = Duration.ofSeconds(10);
  private static final long IDLE_MILLIS = 1000;

  /** Runs it. */
  Row run(Contestant bot, Scenario scenario, int number) throws IOException, InterruptedException {
    var load = loadAverage();
    var manner = new Telegram.Manner(scenario.roundTrip(), scenario.repeats(), number);
    var home = folder.resolve(bot.name().replaceAll("\\W+", "-"));
    empty(home);
    try (var telegram = Telegram.start(manner)) {
      var api = URI.create("http://127.0.0.1:" + telegram.port());
      var stall = new Stall(scenario.updates(), api, freePort(), home);
      var log = home.resolve("log.txt").toFile();
      var builder = bot.opener().open(stall).redirectErrorStream(true).redirectOutput(log);
      var invoice = telegram.firstInvoice();
      var begun = System.nanoTime();
      var process = builder.start();
      try {
        var started = await(invoice, process, log.toPath()) - begun;
        Thread.sleep(IDLE_MILLIS);
        var idle = Usage.of(process.toHandle()).residentMegabytes();
        open(telegram, scenario);
        Thread.sleep(warmUp.toMillis());
        var before = Usage.of(process.toHandle());
        var driverBefore = Usage.ofDriver();
        telegram.openTally();
        Thread.sleep(measured.toMillis());
        var sum = telegram.closeTally();
        var after = Usage.of(process.toHandle());
        var driverAfter = Usage.ofDriver();
        telegram.closeMarket();
        finish(telegram, TO_FINISH);
        return new Row(
            scenario.name(),
            number,
            bot.name(),
            started / 1e6,
            idle,
            Usage.of(process.toHandle()).peakMegabytes(),
            sum,
            (after.cpuMillis() - before.cpuMillis()) / sum.sales(),
            (driverAfter.cpuMillis() - driverBefore.cpuMillis()) / sum.sales(),
            telegram.count(),
            load);
      } finally {
        stop(process);
      }
    }
  }

  /** Begins to buy. */
  static void open(Telegram telegram, Scenario scenario) {
    if (scenario.buyers() > 0) {
      telegram.openTo(scenario.buyers());
    } else {
      telegram.openAt(scenario.rate());
    }
  }

  /** Waits until all that is under way is done, for a while. */
  static void finish(Telegram telegram, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    while ((telegram.underWay() > 0 || telegram.count().lost() > 0)
        && System.nanoTime() - end < 0) {
      Thread.sleep(20);
    }
  }

  /** A port that was free just now. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Makes the folder anew. */
  static void empty(Path home) throws IOException {
    if (Files.exists(home)) {
      try (var files = Files.walk(home)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(home);
  }

  private static long await(
      java.util.concurrent.CompletableFuture<Long> invoice, Process process, Path log)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + TO_START.toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      try {
        return invoice.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Not yet.
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("It sold nothing:\n" + Files.readString(log));
  }

  /** Asks it to end, and sees to it. */
  static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private static double loadAverage() throws IOException {
    var said = Files.readString(Path.of("/proc/loadavg"));
    return Double.parseDouble(said.substring(0, said.indexOf(' ')));
  }
}
