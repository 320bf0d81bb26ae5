package dev.startill.outbox;

import dev.startill.intake.Intake;
import dev.startill.payment.Message;
import dev.startill.port.Due;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds, and reports what came of it through the door. Never writes an order.
 * Woken after commits; its poll is the net below. {@link #deliverDue()} takes one step on the
 * caller's thread; {@link #run()} takes steps until it is closed. Threads share it.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Store store;
  private final Courier courier;
  private final Reports reports;
  private final InstantSource clock;
  private final Settings settings;
  private final Schedule schedule;
  private final Places places;
  private final Queue<Parcel> lent = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** A dispatcher of this store's outbox; what these places are lent is its to deliver. */
  public Dispatcher(
      Store store,
      Intake intake,
      Telegram telegram,
      Hand hand,
      Patience patience,
      InstantSource clock,
      Settings settings,
      Places places) {
    this.store = store;
    this.courier =
        new Courier(telegram, hand, patience, settings.fulfilmentTimeout(), settings.handlers());
    this.clock = clock;
    this.settings = settings;
    this.schedule =
        new Schedule(settings.firstPause(), settings.longestPause(), settings.attempts());
    this.reports = new Reports(store, intake, clock, schedule);
    this.places = places;
  }

  /**
   * Delivers what is due now, one after the other, on this thread.
   *
   * @return how many there were
   */
  public int deliverDue() {
    places.open(lent::add);
    var parcels = new ArrayList<>(claim(settings.claim()));
    for (var parcel = lent.poll(); parcel != null; parcel = lent.poll()) {
      places.giveBack();
      parcels.add(parcel);
    }
    parcels.forEach(this::deliver);
    return parcels.size();
  }

  /** Delivers, many at once, until {@link #close()}. */
  public void run() {
    places.open(this::deliverBeside);
    while (!closed) {
      try {
        deliverSome();
        if (!places.takeBacklog()) {
          places.await(settings.poll());
        }
      } catch (StoreException e) {
        log.error("The outbox cannot be read; trying again. {}", e.getMessage());
        places.await(settings.poll());
      } catch (RuntimeException | Error e) {
        log.error("The dispatcher met a defect; it goes on", e);
        places.await(settings.poll());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed = true;
      }
    }
    places.close();
  }

  /** Stops claiming; waits for what is under way, for at most this long. */
  public boolean close(Duration patience) {
    closed = true;
    places.close();
    try {
      return places.awaitEmpty(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }

  private void deliverSome() throws InterruptedException {
    var room = places.takeSome(settings.claim());
    List<Parcel> parcels = List.of();
    try {
      parcels = claim(room);
    } finally {
      places.claimed(room, parcels.size());
    }
    parcels.forEach(this::deliverBeside);
  }

  private void deliverBeside(Parcel parcel) {
    Thread.ofVirtual().name("startill-delivery").start(() -> deliverAndFree(parcel));
  }

  private void deliverAndFree(Parcel parcel) {
    try {
      deliver(parcel);
    } catch (StoreException e) {
      log.error(
          "message={} left, but that could not be recorded; it will be sent again. {}",
          parcel.due().id(),
          e.getMessage());
    } finally {
      places.giveBack();
      if (!parcel.lent()) {
        places.wake();
      }
    }
  }

  private List<Parcel> claim(int limit) {
    if (closed) {
      return List.of();
    }
    var until = clock.instant().plus(settings.lease());
    return store.inTransaction(
        Lane.ROUTINE,
        work ->
            work.claim(limit, settings.lease()).stream().map(d -> pack(work, d, until)).toList());
  }

  private static Parcel pack(Work work, Due due, Instant until) {
    return switch (due.message()) {
      case Message.SendInvoice m ->
          new Parcel(due, work.lock(m.of()), Optional.empty(), until, false);
      case Message.HandOver m ->
          new Parcel(due, work.lock(m.of()), work.codeOf(m.of()), until, false);
      case Message.Revoke m -> new Parcel(due, work.lock(m.of()), Optional.empty(), until, false);
      case Message.Refund m ->
          new Parcel(due, work.lock(m.charge()), Optional.empty(), until, false);
      case Message.TellHeld m ->
          new Parcel(due, work.lock(m.charge()), Optional.empty(), until, false);
    };
  }

  private void deliver(Parcel parcel) {
    var due = parcel.due();
    if (!clock.instant().isBefore(parcel.until())) {
      log.warn("message={} was claimed too long ago: whoever claims it next sends it", due.id());
      return;
    }
    switch (attempt(parcel)) {
      case Outcome.Delivered delivered -> reports.delivered(due);
      case Outcome.Recorded recorded -> {}
      case Outcome.Unreachable unreachable -> reports.unreachable(due, unreachable.because());
      case Outcome.Hopeless hopeless -> reports.giveUp(due, hopeless.because(), due.uncertain());
      case Outcome.TryAgain again -> reports.tryAgain(due, again);
      case Outcome.Lost lost -> reports.lost(due, lost.because());
      case Outcome.Obsolete obsolete -> reports.settle(due);
    }
  }

  /** What fails in no way that anybody foresaw counts as an attempt, like any other. */
  private Outcome attempt(Parcel parcel) {
    var due = parcel.due();
    if (schedule.isOverAfter(due.attempt() - 1, Duration.between(due.since(), clock.instant()))) {
      return ended(due);
    }
    try {
      return courier.deliver(parcel);
    } catch (RuntimeException | Error e) {
      log.error("message={} met a defect", due.id(), e);
      return due.message() instanceof Message.Refund
          ? new Outcome.Lost("A defect: " + e)
          : new Outcome.TryAgain(Optional.empty(), "A defect: " + e, true);
    }
  }

  private static Outcome ended(Due due) {
    var words = "Its attempts ended without an outcome.";
    return due.uncertain() && due.message() instanceof Message.Refund
        ? new Outcome.Lost(words)
        : new Outcome.Hopeless(words);
  }
}
