package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Kills a bot again and again while it sells, and asks in the end whether every payment led to its
 * goods. {@code benchmarks/run kills --help} tells its options.
 */
public final class Kills {
  private static final List<String> OPTIONS =
      List.of("root", "launcher", "bot", "updates", "kills", "buyers", "repeats", "seed", "within");

  private static final Duration TO_SELL = Duration.ofSeconds(60);
  private static final Duration TO_FINISH = Duration.ofSeconds(60);
  private static final int SAID_EVERY = 10;

  /** To start, to sell again and to be killed. */
  private static final int ABOUT_MILLIS = 1000;

  private final Contestant contestant;
  private final Telegram telegram;
  private final Stall stall;
  private final Random random;
  private final int within;

  private Kills(Contestant contestant, Telegram telegram, Stall stall, Random random, int within) {
    this.contestant = contestant;
    this.telegram = telegram;
    this.stall = stall;
    this.random = random;
    this.within = within;
  }

  /** Exits with 1 if a payment was lost, or led to its goods twice while the bot lived. */
  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(OPTIONS, args);
    var root = options.path("root", ".").toAbsolutePath().normalize();
    var launcher = options.path("launcher", root.resolve("startill").toString());
    var contestant =
        new Contestants(root, launcher, 1).named(options.text("bot", Contestants.STARTILL));
    var updates = Stall.Mode.valueOf(options.text("updates", "polling").toUpperCase(Locale.ROOT));
    var seed = options.number("seed", 1);
    var repeats = Double.parseDouble(options.text("repeats", "5")) / 100;
    var homes = root.resolve("benchmarks/target/homes-" + ProcessHandle.current().pid());
    var place = Place.in(homes, contestant, updates);
    try (var telegram = Telegram.start(new Telegram.Manner(Duration.ZERO, repeats, seed));
        var books = place.openBooks()) {
      var stall = place.stalls(telegram, books).get(0);
      var kills =
          new Kills(contestant, telegram, stall, new Random(seed), options.number("within", 1000));
      var isClean = kills.run(options.number("buyers", 64), options.number("kills", 20));
      if (Pass.audit(contestant, stall)) {
        System.out.println("Its books add up.");
      }
      if (isClean) {
        Place.clear(homes);
      }
      System.exit(isClean ? 0 : 1);
    }
  }

  private boolean run(int buyers, int kills) throws IOException, InterruptedException {
    telegram.openTo(buyers);
    var progress = new Progress(List.of(Duration.ofMillis(ABOUT_MILLIS + within / 2)), kills);
    for (var kill = 1; kill <= kills; kill++) {
      var begun = progress.next();
      try (var bot = Bot.start(contestant, stall)) {
        awaitSale();
        Thread.sleep(random.nextInt(within));
        bot.kill();
        telegram.killed();
      }
      if (kill % SAID_EVERY == 0) {
        System.out.printf("%s  %s%n", begun, told());
      }
    }
    var last = Bot.start(contestant, stall);
    awaitSale();
    telegram.closeMarket();
    Pass.finish(telegram, TO_FINISH);
    last.close();
    System.out.printf(
        Locale.ROOT,
        "%s, %s, %d buyers, %d kills in %s: %s; load %.1f%n",
        contestant.name(),
        stall.updates(),
        buyers,
        kills,
        progress.taken(),
        told(),
        Machine.load());
    return telegram.count().isClean();
  }

  private String told() {
    var count = telegram.count();
    return "%d paid, %d without goods, %d with goods twice, %d of them unconfirmed by a bot that was killed"
        .formatted(count.paid(), count.lost(), count.twice(), count.excused());
  }

  /** Waits until something is sold again. */
  private void awaitSale() throws InterruptedException {
    var before = telegram.paid();
    var end = System.nanoTime() + TO_SELL.toNanos();
    while (telegram.paid() == before) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("It sells no more; see " + stall.folder() + "/log.txt");
      }
      Thread.sleep(5);
    }
  }
}
