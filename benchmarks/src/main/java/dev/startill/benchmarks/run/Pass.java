package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

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
  private static final long IDLE_MILLIS = 1000;

  /** Runs it. */
  Row run(Contestant contestant, Scenario scenario, int number)
      throws IOException, InterruptedException {
    var load = Machine.load();
    var manner = new Telegram.Manner(scenario.roundTrip(), scenario.repeats(), number);
    try (var telegram = Telegram.start(manner)) {
      var stall = stall(folder, contestant, scenario.updates(), telegram.port());
      var invoice = telegram.firstInvoice();
      try (var bot = Bot.start(contestant, stall)) {
        var started = bot.await(invoice, TO_START) / 1e6;
        Thread.sleep(IDLE_MILLIS);
        var idle = bot.usage().residentMegabytes();
        open(telegram, scenario);
        Thread.sleep(warmUp);
        var before = bot.usage();
        var driverBefore = Usage.ofDriver();
        telegram.openTally();
        Thread.sleep(measured);
        var sum = telegram.closeTally();
        var cpu = (bot.usage().cpuMillis() - before.cpuMillis()) / sum.sales();
        var driver = (Usage.ofDriver().cpuMillis() - driverBefore.cpuMillis()) / sum.sales();
        telegram.closeMarket();
        finish(telegram, TO_FINISH);
        var use = new Row.Use(started, idle, bot.usage().peakMegabytes(), cpu, driver);
        return new Row(
            scenario.name(), number, contestant.name(), use, sum, telegram.count(), load);
      }
    }
  }

  /** Away with the bots' files. */
  void clear() throws IOException {
    remove(folder);
  }

  /** An empty folder and a port for this bot. */
  static Stall stall(Path folder, Contestant bot, Stall.Mode mode, int telegram)
      throws IOException {
    var home = folder.resolve(bot.name()).toAbsolutePath();
    empty(home);
    return new Stall(mode, URI.create("http://127.0.0.1:" + telegram), freePort(), home);
  }

  /** Waits until all that is under way is done, for a while. */
  static void finish(Telegram telegram, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    while ((telegram.underWay() > 0 || telegram.count().lost() > 0)
        && System.nanoTime() - end < 0) {
      Thread.sleep(20);
    }
  }

  private static void open(Telegram telegram, Scenario scenario) {
    if (scenario.buyers() > 0) {
      telegram.openTo(scenario.buyers());
    } else {
      telegram.openAt(scenario.rate());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void empty(Path home) throws IOException {
    remove(home);
    Files.createDirectories(home);
  }

  private static void remove(Path home) throws IOException {
    if (Files.exists(home)) {
      try (var files = Files.walk(home)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
