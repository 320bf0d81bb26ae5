package dev.startill.simulation;

import dev.startill.settings.Refunds;
import dev.startill.settings.Refunds.Automatic;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** One history under way: draws who does what next. For one thread. */
final class History {
  private static final int FEWEST_STEPS = 50;
  private static final int MOST_STEPS = 90;

  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(11),
          Duration.ofMinutes(20),
          Duration.ofMinutes(20),
          Duration.ofHours(3),
          Duration.ofHours(30),
          Duration.ofDays(8));

  private final Stage stage;
  private final Chance chance;
  private final Life life;
  private final Shop shop;
  private final Post post;
  private final Buyers buyers;
  private final Merchant merchant;
  private final Troubles troubles;
  private final Deque<Runnable> plan = new ArrayDeque<>();
  private boolean meanwhile;

  History(Stage stage) {
    this.stage = stage;
    this.chance = stage.chance.split();
    this.life = new Life(stage, settings());
    this.shop = new Shop(stage);
    this.post = new Post(stage, life, shop);
    this.buyers = new Buyers(stage, shop);
    this.merchant = new Merchant(stage, life);
    this.troubles = new Troubles(stage, life, buyers);
    stage.interlude(this::interlude);
  }

  private Settings settings() {
    var settings = Settings.defaults();
    if (chance.oneIn(2)) {
      var all = chance.oneIn(2) ? EnumSet.allOf(Automatic.class) : EnumSet.noneOf(Automatic.class);
      var forged = chance.oneIn(2) ? Refunds.Forged.REVOKE : Refunds.Forged.HOLD;
      settings = settings.refunding(new Refunds(Optional.empty(), all, 3, forged));
    }
    settings = chance.oneIn(4) ? settings.asSoleOwner() : settings;
    return chance.oneIn(2) ? settings : impatient(settings);
  }

  /** Gives up soon, so that what is given up is seen. */
  private static Settings impatient(Settings settings) {
    return new Settings(
        settings.hold(),
        settings.orderValidity(),
        settings.checkoutDeadline(),
        settings.lease(),
        settings.fulfilmentTimeout(),
        settings.joinedHandler(),
        settings.firstPause(),
        settings.longestPause(),
        2,
        settings.deliveries(),
        settings.claim(),
        settings.poll(),
        settings.soleOwner(),
        settings.retention(),
        settings.refunds(),
        settings.reconciling());
  }

  /** From the first life to the quiet end, or to the first breach. */
  void run() {
    if (chance.oneIn(4)) {
      buyers.earlierSales(chance.between(1, 6));
    }
    life.begin(shop.catalog());
    shop.restock(life, chance.between(1, 3));
    if (!chance.oneIn(3)) {
      plan.add(merchant::reconcile);
    }
    var most = chance.between(FEWEST_STEPS, MOST_STEPS);
    for (var i = 0; i < most && holds(); i++) {
      step();
    }
    new Ending(stage, life, shop, post, new Ending.People(buyers, merchant)).run();
    for (var rarity : Rarity.values()) {
      stage.reached.count(rarity, stage.checker.count(rarity.question()));
    }
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
    if (drawn < 15) {
      post.bring();
    } else if (drawn < 25) {
      work();
    } else if (drawn < 55) {
      buyer();
    } else if (drawn < 65) {
      time();
    } else if (drawn < 72) {
      shopkeeping();
    } else if (drawn < 88) {
      money();
    } else if (drawn < 91) {
      life.flush();
    } else {
      troubles.happen();
    }
  }

  private void work() {
    life.doing("step", engine -> engine.step());
  }

  private void buyer() {
    switch (chance.below(15)) {
      case 12, 13, 14 -> lastPiece();
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

  /** A purchase as it goes when nothing comes between. */
  private void purchase() {
    buyers.ask();
    plan.add(post::bring);
    plan.add(this::work);
    plan.add(() -> buyers.pay(chance.oneIn(5) ? 3 : 1));
    afterPaying();
  }

  /** Somebody pays for a code, and nobody hears of it until others had time to buy the rest. */
  private void lastPiece() {
    buyers.ask("code");
    plan.add(post::bring);
    plan.add(this::work);
    plan.add(() -> buyers.pay(1));
    plan.add(post::bring);
    plan.add(post::lose);
    plan.add(() -> pass(Duration.ofMinutes(17)));
    plan.add(this::work);
    for (var i = 0; i < 2; i++) {
      plan.add(() -> buyers.ask("code"));
      plan.add(post::bring);
      plan.add(this::work);
      plan.add(() -> buyers.pay(1));
      plan.add(post::bring);
      plan.add(post::bring);
    }
    plan.add(merchant::reconcile);
  }

  private void paying(Runnable payment) {
    payment.run();
    afterPaying();
  }

  private void afterPaying() {
    plan.add(post::bring);
    if (chance.oneIn(8)) {
      plan.add(this::time);
    }
    plan.add(post::bring);
    if (chance.oneIn(6)) {
      plan.add(merchant::refund);
    }
    plan.add(this::work);
  }

  private void time() {
    pass(chance.of(TIMES));
  }

  private void pass(Duration length) {
    stage.trace.say("time passes: " + length);
    stage.pass(length.toMillis());
  }

  private void shopkeeping() {
    switch (chance.below(6)) {
      case 0, 1 -> shop.restock(life, chance.between(1, 2));
      case 2, 3 -> shop.openLink(life);
      case 4 -> shop.closeLink(life);
      default -> {
        if (!meanwhile) {
          shop.changePrices();
          life.stop();
        }
      }
    }
  }

  private void money() {
    switch (chance.below(12)) {
      case 10, 11 -> merchant.decide();
      case 0, 1, 2 -> merchant.reconcile();
      case 3, 4, 5 -> merchant.refund();
      case 6 -> merchant.refundElsewhere();
      case 7 -> merchant.chargeback();
      case 8 -> merchant.withdraw();
      default -> merchant.withdraw();
    }
  }

  /** Something else, while a call is under way; not within another such thing. */
  private void interlude() {
    if (!meanwhile) {
      meanwhile = true;
      try {
        stage.reached.count(Fault.INTERLUDE);
        stage.trace.say("  meanwhile:");
        act();
        stage.seams.check();
      } finally {
        meanwhile = false;
      }
    }
  }
}
