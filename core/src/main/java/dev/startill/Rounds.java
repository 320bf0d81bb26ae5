package dev.startill;

import dev.startill.intake.Intake;
import dev.startill.node.Turn;
import dev.startill.outbox.Signal;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.port.TelegramException;
import dev.startill.reconciliation.Reconciler;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is looked at again and again, each on a thread of its own until the end: what the clock
 * ends, and what Telegram's statement tells. Whatever goes wrong, the next round comes. Of several
 * nodes one at a time makes them; a node that goes on with a round after its turn is over does no
 * harm, for the statement's bookmark moves in one unit of work with what was read.
 */
final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** Settled messages leave a little at a time, so that no checkout waits for it. */
  private static final int PRUNED_AT_ONCE = 500;

  private final Store store;
  private final Intake intake;
  private final Reconciler reconciler;
  private final InstantSource clock;
  private final Settings settings;
  private final Turn turn;
  private final Signal tick = new Signal();
  private final Signal reading = new Signal();
  private volatile boolean closed;

  Rounds(
      Store store,
      Intake intake,
      Reconciler reconciler,
      InstantSource clock,
      Settings settings,
      Turn turn) {
    this.store = store;
    this.intake = intake;
    this.reconciler = reconciler;
    this.clock = clock;
    this.settings = settings;
    this.turn = turn;
  }

  @Override
  public void close() {
    closed = true;
    tick.run();
    reading.run();
  }

  void watchTheClock() {
    while (!closed) {
      try {
        if (turn.isOurs()) {
          intake.endWhatIsOver();
        }
      } catch (StoreException e) {
        tell("Holds that are over could not be released; trying again. {}", e.getMessage());
      } catch (RuntimeException | Error e) {
        tell("The clock met a defect; it goes on", e);
      }
      tick.await(settings.poll());
    }
  }

  void watchTheStatement() {
    while (!closed) {
      reading.await(turn.isOurs() ? readAndPause() : settings.poll());
    }
  }

  /** Reads it once, and says when to read it again. */
  private Duration readAndPause() {
    var pause = settings.reconciling().every();
    try {
      reconciler.reconcile(lines -> {});
      prune();
    } catch (TelegramException e) {
      log.warn("The statement could not be read; trying again. {}", e.getMessage());
      pause = longer(pause, e.retryAfter().orElse(pause));
    } catch (StoreException e) {
      tell("What the statement tells could not be kept; trying again. {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      tell("The reconciler met a defect; it goes on", e);
    }
    return pause;
  }

  /** A round that the end cut short is no news: its store may have been closed under it. */
  private void tell(String trouble, @Nullable Object cause) {
    if (!closed) {
      log.error(trouble, cause);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** What was settled long ago leaves the outbox, a little at a time. */
  private void prune() {
    var before = clock.instant().minus(settings.retention());
    store.inTransaction(Store.Lane.ROUTINE, work -> work.prune(before, PRUNED_AT_ONCE));
  }
}
