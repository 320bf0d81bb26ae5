package dev.startill.simulation;

import java.time.Duration;
import java.util.List;

/**
 * How a history ends: the weather clears up, everybody who left comes back, and time goes on until
 * nothing moves any more. For one thread.
 */
final class Ending {
  private static final int ROUNDS = 40;

  /** When the merchant has time for a few cases. */
  private static final int DECISIONS = 4;

  /** More than can be waiting. */
  private static final int MOST_AT_ONCE = 300;

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(3),
          Duration.ofMinutes(16),
          Duration.ofHours(1),
          Duration.ofHours(10),
          Duration.ofHours(30));

  private final Stage stage;
  private final Life life;
  private final Shop shop;
  private final Post post;
  private final Buyers buyers;
  private final Merchant merchant;

  /** Of this cast. */
  Ending(Stage stage, Life life, Shop shop, Post post, People people) {
    this.stage = stage;
    this.life = life;
    this.shop = shop;
    this.post = post;
    this.buyers = people.buyers();
    this.merchant = people.merchant();
  }

  /** Who acts in it. */
  record People(Buyers buyers, Merchant merchant) {}

  void run() {
    stage.trace.next();
    stage.trace.say("all clears up");
    stage.weather.clearUp();
    stage.seams.spare();
    stage.database.makeRoom();
    stage.mendClock();
    if (life.isOver()) {
      life.bury();
      life.begin(shop.catalog());
    }
    buyers.allTalk();
    var still = 0;
    for (var round = 0; round < ROUNDS && still < 3 && holds(); round++) {
      var pause = PAUSES.get(Math.min(round, PAUSES.size() - 1));
      var moved = settle();
      if (round == DECISIONS) {
        merchant.decide();
        merchant.decide();
      }
      life.doing("reconcile", engine -> stage.trace.say("  " + engine.reconcile()));
      moved |= settle();
      stage.checker.afterStep();
      still = moved || round < PAUSES.size() ? 0 : still + 1;
      stage.trace.next();
      stage.pass(pause.toMillis());
    }
    if (holds()) {
      stage.checker.atTheEnd();
    }
  }

  private boolean holds() {
    return stage.checker.breach().isEmpty();
  }

  /** Lets all that can happen now happen; whether anything did. */
  private boolean settle() {
    var moved = false;
    var any = true;
    for (var i = 0; i < MOST_AT_ONCE && any && holds(); i++) {
      any = post.bring();
      any |= step();
      moved |= any;
    }
    return moved;
  }

  private boolean step() {
    var claimed = new int[1];
    life.doing("step", engine -> claimed[0] = engine.step());
    var flushed = life.flush();
    return claimed[0] > 0 || flushed;
  }
}
