package dev.startill.simulation;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries updates from the World's mailbox to the engine: one after the other, or in any order,
 * late, twice, or never. What the engine took is acknowledged, and nothing else. For one thread.
 */
final class Post {
  private static final int WINDOW = 40;
  private static final Duration LATE = Duration.ofMinutes(10);

  private final Stage stage;
  private final Life life;
  private final Shop shop;
  private final Chance chance;
  private final int disorder;
  private final int losses;
  private final List<Update> copies = new ArrayList<>();
  private final Set<Update.Body> taken = new HashSet<>();
  private int highest;

  Post(Stage stage, Life life, Shop shop) {
    this.stage = stage;
    this.life = life;
    this.shop = shop;
    this.chance = stage.chance.split();
    this.disorder = chance.of(List.of(0, 3, 6));
    this.losses = chance.of(List.of(0, 12, 30));
  }

  /** Brings one update, or loses it; whether there was any. */
  boolean bring() {
    var waiting =
        stage.world.mail().first(Stage.BOT, WINDOW).map(letter -> letter.update()).toList();
    var foul = stage.weather.isFoul();
    if (!copies.isEmpty() && (waiting.isEmpty() || chance.oneIn(2) || !foul)) {
      deliver(copies.remove(chance.below(copies.size())), false);
      return true;
    }
    if (waiting.isEmpty()) {
      return false;
    }
    var update = foul && chance.oneIn(disorder) ? chance.of(waiting) : waiting.getFirst();
    if (foul && chance.oneIn(losses)) {
      lose(update);
      return true;
    }
    if (foul && chance.oneIn(disorder)) {
      copies.add(update);
    }
    deliver(update, true);
    return true;
  }

  /** Loses the oldest update, if there is one. */
  void lose() {
    stage.world.mail().first(Stage.BOT, 1).toList().forEach(letter -> lose(letter.update()));
  }

  private void lose(Update update) {
    stage.trace.say("lost: " + name(update));
    stage.world.mail().givenUp(update);
  }

  private void deliver(Update update, boolean acknowledge) {
    var what = (acknowledge ? "update " : "again ") + name(update);
    var done =
        life.doing(
            what,
            engine -> {
              notice(update);
              var ours = engine.handle(Translation.update(update));
              shop.hear(engine, update, ours);
              if (acknowledge) {
                acknowledge(update);
              }
            });
    if (done) {
      taken.add(update.body());
    }
  }

  private void acknowledge(Update update) {
    stage.seams.cross(Seams.Seam.BEFORE_ACKNOWLEDGEMENT);
    stage.checker.acknowledging(update);
    stage.world.mail().taken(update);
    stage.seams.cross(Seams.Seam.AFTER_ACKNOWLEDGEMENT);
  }

  private void notice(Update update) {
    if (!taken.add(update.body())) {
      stage.reached.count(Fault.DUPLICATED);
    }
    if (update.id() < highest) {
      stage.reached.count(
          highest - update.id() > WINDOW * 10 ? Fault.IDS_RESTARTED : Fault.REORDERED);
    }
    highest = update.id();
    if (update.body() instanceof Update.Arrived arrived
        && stage.world.now().getEpochSecond() - arrived.message().date() > LATE.toSeconds()) {
      stage.reached.count(Fault.DELAYED);
    }
  }

  private static String name(Update update) {
    return switch (update.body()) {
      case Update.Asked asked ->
          "pre_checkout_query %d of %d for %s"
              .formatted(
                  asked.checkout().id(),
                  asked.checkout().user(),
                  asked.checkout().invoice().payload());
      case Update.Arrived arrived -> name(arrived);
      case Update.Body other -> other.kind();
    };
  }

  private static String name(Update.Arrived arrived) {
    return switch (arrived.message().content()) {
      case Content.Paid paid ->
          "successful_payment %s for %s"
              .formatted(Checker.brief(paid.charge().id()), paid.charge().invoice().payload());
      case Content.Refunded refunded -> "refunded_payment " + Checker.brief(refunded.charge().id());
      case Content.Text text ->
          "message '%s' of %d".formatted(text.text(), arrived.message().from());
      case Content other -> arrived.kind();
    };
  }
}
