package dev.startill;

import dev.startill.intake.Deliberation;
import dev.startill.intake.Intake;
import dev.startill.outbox.Dispatcher;
import dev.startill.outbox.Hand;
import dev.startill.outbox.Places;
import dev.startill.port.Ids;
import dev.startill.reconciliation.Reconciler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts behind the front door, put together. Threads share it. */
final class Engine {
  private static final Logger log = LoggerFactory.getLogger(Startill.class);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(2500);

  final Ids ids;
  final Intake intake;
  final Places places;
  final Answers answers;
  final Reconciler reconciler;
  private final Dispatcher dispatcher;
  private final Rounds rounds;
  private final Listeners listeners;

  Engine(Setup setup) {
    this.ids = new Ids(setup.clock, setup.random);
    this.places = new Places(setup.settings.deliveries());
    this.listeners = new Listeners(setup.listeners);
    this.intake =
        new Intake(
            setup.store,
            new Deliberation(ids, setup.clock, setup.settings),
            setup.clock,
            setup.settings,
            places,
            listeners);
    this.answers = new Answers(setup.telegram, intake, setup.beside);
    this.dispatcher =
        new Dispatcher(
            setup.store,
            intake,
            setup.telegram,
            hand(setup),
            setup.patience,
            setup.clock,
            setup.settings,
            places);
    this.reconciler =
        new Reconciler(
            setup.store,
            intake.recovery(),
            setup.telegram,
            setup.clock,
            setup.settings.reconciling());
    this.rounds =
        new Rounds(setup.store, intake, reconciler, setup.clock, setup.settings, setup.turn);
  }

  private Hand hand(Setup setup) {
    return setup
        .joined
        .map(handler -> Hand.joined(handler, intake.joining(), setup.clock))
        .orElseGet(() -> Hand.apart(setup.apart.orElse(Setup.NO_HANDLER)));
  }

  int step() {
    var steps = intake.endWhatIsOver() + dispatcher.deliverDue();
    listeners.tellWaiting();
    return steps;
  }

  void start() {
    Thread.ofVirtual().name("startill-dispatcher").start(dispatcher::run);
    Thread.ofVirtual().name("startill-clock").start(rounds::watchTheClock);
    Thread.ofVirtual().name("startill-reconciler").start(rounds::watchTheStatement);
    if (listeners.isThere()) {
      Thread.ofVirtual().name("startill-listeners").start(listeners::run);
    }
  }

  void close() {
    rounds.close();
    var until = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
    if (!dispatcher.close(PATIENCE_AT_CLOSE)) {
      log.warn("Some messages were still under way at the end; they will be sent again.");
    }
    if (!answers.await(until(until))) {
      log.warn("Some answers to checkouts were still under way at the end.");
    }
    if (!listeners.close(until(until))) {
      log.warn("A listener was still busy at the end; some of what happened was not told.");
    }
  }

  private static Duration until(long time) {
    return Duration.ofNanos(Math.max(0, time - System.nanoTime()));
  }
}
