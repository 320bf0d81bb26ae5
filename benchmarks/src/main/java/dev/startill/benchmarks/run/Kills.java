package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.nio.file.Path;
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
  private static final int SAID_EVERY = 5;

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
    var name = options.text("bot", "Startill");
    var contestant =
        new Contestants(root, launcher)
            .all().stream().filter(bot -> bot.name().equals(name)).findFirst().orElseThrow();
    var updates = Stall.Mode.valueOf(options.text("updates", "polling").toUpperCase(Locale.ROOT));
    var seed = options.number("seed", 1);
    var repeats = Double.parseDouble(options.text("repeats", "5")) / 100;
    try (var telegram = Telegram.start(new Telegram.Manner(Duration.ZERO, repeats, seed))) {
      var homes = root.resolve("benchmarks/target/homes-" + ProcessHandle.current().pid());
      var stall = Pass.stall(homes, contestant, updates, telegram.port());
      var kills =
          new Kills(contestant, telegram, stall, new Random(seed), options.number("within", 1000));
      var isClean =
          kills.run(options.number("buyers", 64), options.number("kills", 20))
              && (!name.equals("Startill") || isVerified(new Launch(launcher), stall));
      System.exit(isClean ? 0 : 1);
    }
  }

  private boolean run(int buyers, int kills) throws IOException, InterruptedException {
    telegram.openTo(buyers);
    var begun = System.nanoTime();
    for (var kill = 1; kill <= kills; kill++) {
      try (var bot = Bot.start(contestant, stall)) {
        awaitSale();
        Thread.sleep(random.nextInt(within));
        bot.kill();
        telegram.killed();
      }
      if (kill % SAID_EVERY == 0 || kill == kills) {
        var minutes = (System.nanoTime() - begun) / 60e9;
        System.out.printf(
            Locale.ROOT,
            "%d of %d kills in %.1f min: %s%n",
            kill,
            kills,
            minutes,
            telegram.count());
      }
    }
    var last = Bot.start(contestant, stall);
    awaitSale();
    telegram.closeMarket();
    Pass.finish(telegram, TO_FINISH);
    last.close();
    var count = telegram.count();
    System.out.printf(
        "%s, %s, %d buyers, %d kills: %d paid, %d lost, %d told twice (%d of them because a kill lay"
            + " between); load %.1f%n",
        contestant.name(),
        stall.updates(),
        buyers,
        kills,
        count.paid(),
        count.lost(),
        count.twice(),
        count.excused(),
        Machine.load());
    return count.isClean();
  }

  /** Waits until something is sold again. */
  private void awaitSale() throws InterruptedException {
    var before = telegram.count().paid();
    var end = System.nanoTime() + TO_SELL.toNanos();
    while (telegram.count().paid() == before) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "It sells no more; see " + Path.of(stall.folder().toString(), "log.txt"));
      }
      Thread.sleep(5);
    }
  }

  private static boolean isVerified(Launch launch, Stall stall)
      throws IOException, InterruptedException {
    return launch.verify(stall).inheritIO().start().waitFor() == 0;
  }
}
