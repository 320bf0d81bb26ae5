package dev.startill.simulation;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes wrong by itself: the process dies, the disk fills up, clocks jump, and somebody forges
 * updates. For one thread.
 */
final class Troubles {
  private static final String NOBODYS = "st:ord_00000000000000000000000000";

  /** Handlers are called less often than anything else, so they are drawn more often. */
  private static final List<Seams.Seam> FATAL =
      Stream.concat(
              Stream.of(Seams.Seam.values()),
              Stream.of(Seams.Seam.BEFORE_HANDLER, Seams.Seam.AFTER_HANDLER))
          .toList();

  private final Stage stage;
  private final Life life;
  private final Buyers buyers;
  private final Chance chance;
  private int forged;
  private boolean full;

  Troubles(Stage stage, Life life, Buyers buyers) {
    this.stage = stage;
    this.life = life;
    this.buyers = buyers;
    this.chance = stage.chance.split();
  }

  void happen() {
    switch (chance.below(8)) {
      case 0, 1 -> stage.seams.dieIn(chance.between(1, 15));
      case 2, 3 -> stage.seams.dieAt(chance.of(FATAL));
      case 4, 5 -> disk();
      case 6 -> jump();
      default -> forge();
    }
  }

  private void disk() {
    full = !full && stage.weather.fillsTheDisk();
    if (full) {
      stage.trace.say("the disk is full");
      stage.database.fill();
    } else {
      stage.database.makeRoom();
    }
  }

  private void jump() {
    var minutes = chance.between(-120, 120);
    stage.trace.say("the engine's clock is off by " + minutes + " minutes");
    stage.skew(Duration.ofMinutes(minutes));
  }

  /** Somebody tells the engine of a payment that never was: for an invoice, or for nothing. */
  private void forge() {
    var victim = chance.of(buyers.people());
    var offers = buyers.offers(victim);
    var payload = offers.isEmpty() || chance.oneIn(3) ? NOBODYS : offers.getLast().payload();
    var amount = offers.isEmpty() ? 50 : offers.getLast().amount();
    var id = "stxFORGED" + forged++ + "x".repeat(100);
    var currency = chance.oneIn(5) ? "USD" : "XTR";
    stage.checker.forged(id);
    life.doing(
        "forged payment %s of %d %s for %s".formatted(Checker.brief(id), amount, currency, payload),
        engine -> {
          stage.reached.count(Fault.FORGED);
          engine.handle(
              new Update.Payment(
                  new ChargeId(id),
                  new BuyerId(victim),
                  payload,
                  currency,
                  chance.of(List.of(amount, amount, amount, -1L)),
                  stage.world.now()));
        });
  }
}
