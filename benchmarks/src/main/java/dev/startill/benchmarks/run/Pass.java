package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One bot through one scenario: started in an empty folder, warmed up, measured, and asked for the
 * goods of every payment. What several nodes wrote is audited as well.
 *
 * @param longWarmUp sold through before anything is counted, by a bot that is compiled while it
 *     runs; so long for each of its nodes, as they share what there is to do
 * @param warmUp likewise by all others, and by all where they mostly wait for Telegram
 * @param measured counted
 * @param folder for the bots' files
 */
record Pass(Duration longWarmUp, Duration warmUp, Duration measured, Path folder) {
  private static final Duration TO_FINISH = Duration.ofSeconds(30);

  /** A start, the last goods and an end take about as long, and those of a database. */
  private static final Duration AROUND = Duration.ofSeconds(2);

  /** Runs it. */
  Row run(Contestant contestant, Scenario scenario, int number)
      throws IOException, InterruptedException {
    var load = Machine.load();
    var manner = new Telegram.Manner(scenario.roundTrip(), scenario.repeats(), number);
    var place = Place.in(folder, contestant, scenario.updates());
    try (var telegram = Telegram.start(manner);
        var books = place.openBooks()) {
      var stalls = place.stalls(telegram, books);
      var invoice = telegram.firstInvoice();
      Row row;
      try (var crew = Crew.start(contestant, stalls, invoice)) {
        Thread.sleep(scenario.rest());
        var idle = crew.usage().residentMegabytes();
        open(telegram, scenario);
        Thread.sleep(warmUp(contestant, scenario));
        var before = Meter.read(crew, books);
        telegram.openTally();
        Thread.sleep(measured);
        var sum = telegram.closeTally();
        var cpu = Meter.read(crew, books).since(before, sum.sales());
        telegram.closeMarket();
        finish(telegram, TO_FINISH);
        var use = Row.Use.of(crew, idle, cpu);
        row = new Row(scenario, number, contestant.name(), use, sum, telegram.count(), load);
      }
      if (stalls.size() > 1) {
        audit(contestant, stalls.get(0));
      }
      return row;
    }
  }

  /** About how long it takes. */
  Duration planned(Contestant contestant, Scenario scenario) {
    var around = contestant.needs().books() == Books.Kind.FILE ? AROUND : AROUND.multipliedBy(2);
    return scenario.rest().plus(warmUp(contestant, scenario)).plus(measured).plus(around);
  }

  /** Waits until all that is under way is done, for a while. */
  static void finish(Telegram telegram, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    while ((telegram.underWay() > 0 || telegram.count().lost() > 0)
        && System.nanoTime() - end < 0) {
      Thread.sleep(20);
    }
  }

  /** Fails if what was written at this stall does not add up; false if nobody can tell. */
  static boolean audit(Contestant contestant, Stall stall)
      throws IOException, InterruptedException {
    var audit = contestant.opener().audit(stall);
    if (audit.isEmpty()) {
      return false;
    }
    var said = stall.folder().resolve("audit.txt").toFile();
    var process = audit.get().redirectErrorStream(true).redirectOutput(said).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The books do not add up; " + said + " tells why.");
    }
    return true;
  }

  private Duration warmUp(Contestant contestant, Scenario scenario) {
    var needs = contestant.needs();
    var isLong = needs.longWarmUp() && scenario.roundTrip().isZero();
    return isLong ? longWarmUp.multipliedBy(needs.nodes()) : warmUp;
  }

  private static void open(Telegram telegram, Scenario scenario) {
    if (scenario.buyers() > 0) {
      telegram.openTo(scenario.buyers());
    } else {
      telegram.openAt(scenario.rate());
    }
  }
}
