package dev.startill.simulation;

import dev.startill.payment.Advice;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.MessageId;
import dev.startill.payment.Resolution;
import dev.startill.port.CaseId;
import dev.startill.sandbox.world.Partner;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.StarTransaction;
import dev.startill.sandbox.world.Withdrawal;
import java.util.List;
import java.util.Optional;

/**
 * What is done about money that came: the merchant sends it back at the worst of moments, decides
 * cases, reads the statement, withdraws; others send it back past us. For one thread.
 */
final class Merchant {
  /** What a merchant may do without telling a lie. */
  private static final List<Resolution> HARMLESS =
      List.of(Resolution.REFUND, Resolution.DELIVER, Resolution.ACCEPT);

  private static final int ALL = 1_000;

  private final Stage stage;
  private final Life life;
  private final Chance chance;

  Merchant(Stage stage, Life life) {
    this.stage = stage;
    this.life = life;
    this.chance = stage.chance.split();
  }

  void reconcile() {
    life.doing("reconcile", engine -> stage.trace.say("  " + engine.reconcile()));
  }

  /** Any charge that there ever was, whoever's, wherever it is. */
  void refund() {
    anyPayment()
        .ifPresent(
            id ->
                life.doing(
                    "refund " + Checker.brief(id),
                    engine ->
                        stage.trace.say("  " + engine.refund(new ChargeId(id), "asked for"))));
  }

  /** By another tool, which we only hear of. */
  void refundElsewhere() {
    payment()
        .ifPresent(
            line -> {
              stage.trace.say("somebody else refunds " + Checker.brief(line.id()));
              tried(() -> stage.world.till().refund(Stage.BOT, payer(line), line.id()));
            });
  }

  /** The buyer takes the Stars back at the store. */
  void chargeback() {
    payment()
        .ifPresent(
            line -> {
              stage.trace.say("the store takes back " + Checker.brief(line.id()));
              tried(() -> stage.world.till().chargeback(line.id()));
            });
  }

  void withdraw() {
    var open = stage.world.withdrawals().all().stream().filter(Withdrawal::isPending).toList();
    if (!open.isEmpty() && chance.oneIn(2)) {
      stage.trace.say("a withdrawal fails");
      tried(() -> stage.world.withdrawals().fail(chance.of(open)));
    } else {
      var stars = chance.between(1, 60);
      stage.trace.say("withdraw " + stars);
      tried(() -> stage.world.withdrawals().begin(Stage.BOT, stars));
    }
  }

  /** Decides an open case, or sends a dead letter again. */
  void decide() {
    var open =
        stage.checker.texts(
            """
            SELECT id || ' ' || reason FROM "case" WHERE closed_at IS NULL
            ORDER BY reason NOT IN ('FULFILMENT_FAILED', 'SOLD_OUT_AFTER_PAYMENT'), id""");
    if (!open.isEmpty()) {
      var line = chance.oneIn(2) ? open.getFirst() : chance.of(open);
      var id = line.substring(0, line.indexOf(' '));
      var how = resolution(CaseReason.valueOf(line.substring(id.length() + 1)));
      life.doing(
          how + " " + id,
          engine -> stage.trace.say("  " + engine.desk().resolve(new CaseId(id), how, "decided")));
    }
    var dead = stage.checker.texts("SELECT id FROM outbox WHERE state = 'DEAD' ORDER BY id");
    if (!dead.isEmpty() && chance.oneIn(2)) {
      var id = chance.of(dead);
      life.doing(
          "replay " + id,
          engine -> stage.trace.say("  " + engine.desk().replay(new MessageId(id))));
    }
  }

  /** Mostly what is advised, as far as that is true whatever had happened. */
  private Resolution resolution(CaseReason reason) {
    var advised = Advice.on(reason).resolutions().stream().filter(HARMLESS::contains).toList();
    return chance.of(advised.isEmpty() || chance.oneIn(5) ? HARMLESS : advised);
  }

  private Optional<String> anyPayment() {
    var made = stage.checker.texts("SELECT id FROM charge ORDER BY id");
    return !made.isEmpty() && chance.oneIn(3)
        ? Optional.of(chance.of(made))
        : payment().map(StarTransaction::id);
  }

  private Optional<StarTransaction> payment() {
    var payments =
        stage.world.books().lines(Stage.BOT, 0, ALL).stream()
            .filter(line -> line.incoming() && line.partner() instanceof Partner.User)
            .toList();
    return payments.isEmpty() ? Optional.empty() : Optional.of(chance.of(payments));
  }

  private static long payer(StarTransaction line) {
    return line.partner() instanceof Partner.User user ? user.user() : 0;
  }

  private void tried(Runnable deed) {
    try {
      deed.run();
    } catch (Refusal no) {
      stage.trace.say("  " + no.description());
    }
  }
}
