package dev.startill.simulation;

import dev.startill.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One history, made up from a seed: the real engine over the real store, between buyers and a
 * merchant who do what they like, a Telegram that fails, and a process that dies; then fair weather
 * until all has come to rest. After every step what must hold is looked at. For one thread; the
 * same seed gives the same history.
 */
public final class Simulation {
  private static final int FEWEST_STEPS = 50;
  private static final int MOST_STEPS = 100;

  private final long seed;

  /** The history of this seed. */
  public Simulation(long seed) {
    this.seed = seed;
  }

  /** Runs it to its end, or to the first breach. */
  public Verdict run() {
    try (var stage = new Stage(seed)) {
      return new History(stage).run(seed);
    } catch (SQLException e) {
      throw new IllegalStateException("The simulation's own database failed.", e);
    }
  }

  /** One history under way. */
  private static final class History {
    private final Stage stage;
    private final Chance chance;
    private final Life life;
    private final Shop shop;
    private final Post post;
    private final Buyers buyers;
    private final Deque<Runnable> plan = new ArrayDeque<>();
    private int depth;

    History(Stage stage) {
      this.stage = stage;
      this.chance = stage.chance.split();
      this.life = new Life(stage, settings());
      this.shop = new Shop(stage);
      this.post = new Post(stage, life, shop);
      this.buyers = new Buyers(stage, shop);
      stage.interlude(this::interlude);
    }

    private Settings settings() {
      var settings = Settings.defaults();
      return chance.oneIn(4) ? settings.asSoleOwner() : settings;
    }

    Verdict run(long seed) {
      life.begin(shop.catalog());
      shop.restock(life, chance.between(1, 4));
      var most = chance.between(FEWEST_STEPS, MOST_STEPS);
      for (var i = 0; i < most && holds(); i++) {
        step();
      }
      new Ending(stage, life, shop, post, buyers).run();
      for (var rarity : Rarity.values()) {
        stage.reached.count(rarity, stage.checker.count(rarity.question()));
      }
      return new Verdict(
          seed, stage.trace.step(), stage.checker.breach(), stage.reached, stage.trace.lines());
    }

    private boolean holds() {
      return stage.checker.breach().isEmpty();
    }

    private void step() {
      stage.trace.next();
      if (life.isOver()) {
        life.bury();
        stage.pass(chance.of(List.of(0, 1_000, 60_000)));
        stage.trace.say("begin a life");
        life.begin(shop.catalog());
      } else {
        act();
      }
      if (life.isOver()) {
        life.bury();
      }
      stage.checker.afterStep();
    }

    /** Mostly what somebody had in mind, and else anything. */
    private void act() {
      if (!plan.isEmpty() && !chance.oneIn(4)) {
        plan.remove().run();
        return;
      }
      var drawn = chance.below(100);
      if (drawn < 20) {
        post.bring();
      } else if (drawn < 32) {
        work();
      } else if (drawn < 64) {
        buyer();
      } else if (drawn < 74) {
        time();
      } else if (drawn < 84) {
        merchant();
      } else if (drawn < 88) {
        life.flush();
      } else {
        trouble();
      }
    }

    private void work() {
      life.doing("step", engine -> engine.step());
    }

    /** A purchase as it goes when nothing comes between. */
    private void purchase() {
      buyers.ask();
      plan.add(post::bring);
      plan.add(this::work);
      plan.add(() -> buyers.pay(chance.oneIn(5) ? 3 : 1));
      afterPaying();
    }

    private void afterPaying() {
      plan.add(post::bring);
      plan.add(post::bring);
      plan.add(this::work);
    }

    private void buyer() {
      switch (chance.below(12)) {
        case 0, 1, 2, 3, 4 -> purchase();
        case 5 -> paying(() -> buyers.pay(1));
        case 6 -> paying(() -> buyers.pay(3));
        case 7 -> paying(buyers::payForwarded);
        case 8 -> paying(buyers::payLink);
        case 9 -> paying(buyers::payForeign);
        case 10 -> buyers.block();
        default -> buyers.talk();
      }
    }

    private void paying(Runnable payment) {
      payment.run();
      afterPaying();
    }

    private void time() {
      var length =
          chance.of(
              List.of(
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(30),
                  Duration.ofMinutes(3),
                  Duration.ofMinutes(20),
                  Duration.ofHours(3),
                  Duration.ofHours(30)));
      stage.trace.say("time passes: " + length);
      stage.pass(length.toMillis());
    }

    private void merchant() {
      switch (chance.below(6)) {
        case 0, 1 -> shop.restock(life, chance.between(1, 2));
        case 2, 3 -> shop.openLink(life);
        case 4 -> shop.closeLink(life);
        default -> {
          shop.changePrices();
          life.stop();
        }
      }
    }

    private void trouble() {
      switch (chance.below(4)) {
        case 0, 1 -> stage.seams.dieIn(chance.between(1, 15));
        case 2 -> {
          if (stage.weather.fillsTheDisk()) {
            stage.trace.say("the disk is full");
            stage.database.fill();
          } else {
            stage.database.makeRoom();
          }
        }
        default -> jump();
      }
    }

    private void jump() {
      var minutes = chance.between(-120, 120);
      stage.reached.count(minutes < 0 ? Fault.CLOCK_BACK : Fault.CLOCK_FORTH);
      stage.trace.say("the engine's clock is off by " + minutes + " minutes");
      stage.skew(Duration.ofMinutes(minutes));
    }

    /** Something else, while a call is under way; not within another such thing. */
    private void interlude() {
      if (depth == 0) {
        depth++;
        try {
          stage.reached.count(Fault.INTERLUDE);
          stage.trace.say("  meanwhile:");
          act();
          stage.seams.check();
        } finally {
          depth--;
        }
      }
    }
  }
}
