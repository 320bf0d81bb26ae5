package dev.startill.outbox;

import dev.startill.intake.Intake;
import dev.startill.payment.Message;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.BuyerUnreachable;
import dev.startill.payment.PaymentEvent.FulfilmentFailed;
import dev.startill.payment.PaymentEvent.GoodsHandedOver;
import dev.startill.payment.PaymentEvent.GoodsRevoked;
import dev.startill.payment.PaymentEvent.InvoiceSent;
import dev.startill.port.Due;
import dev.startill.port.Fulfilment;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
  private final Intake intake;
  private final Courier courier;
  private final InstantSource clock;
  private final Settings settings;
  private final Schedule schedule;
  private final Signal signal;
  private final Semaphore slots;
  private volatile boolean closed;

  /** A dispatcher of this store's outbox, woken by this signal. */
  public Dispatcher(
      Store store,
      Intake intake,
      Telegram telegram,
      Fulfilment fulfilment,
      Patience patience,
      InstantSource clock,
      Settings settings,
      Signal signal) {
    this.store = store;
    this.intake = intake;
    this.courier = new Courier(telegram, fulfilment, patience, settings.fulfilmentTimeout());
    this.clock = clock;
    this.settings = settings;
    this.schedule =
        new Schedule(settings.firstPause(), settings.longestPause(), settings.attempts());
    this.signal = signal;
    this.slots = new Semaphore(settings.deliveries());
  }

  /**
   * Claims and delivers what is due now, one after the other, on this thread.
   *
   * @return how many were claimed
   */
  public int deliverDue() {
    var parcels = claim(settings.claim());
    parcels.forEach(this::deliver);
    return parcels.size();
  }

  /** Delivers, many at once, until {@link #close()}. */
  public void run() {
    while (!closed) {
      try {
        if (deliverSome() == 0) {
          signal.await(settings.poll());
        }
      } catch (StoreException e) {
        log.error("The outbox cannot be read; trying again. {}", e.getMessage());
        signal.await(settings.poll());
      } catch (RuntimeException | Error e) {
        log.error("The dispatcher met a defect; it goes on", e);
        signal.await(settings.poll());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Stops claiming; waits for what is under way, for at most this long. */
  public boolean close(Duration patience) {
    closed = true;
    signal.run();
    try {
      return slots.tryAcquire(settings.deliveries(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }

  private int deliverSome() throws InterruptedException {
    slots.acquire();
    var free = 1 + slots.drainPermits();
    var room = Math.min(free, settings.claim());
    List<Parcel> parcels = List.of();
    try {
      parcels = claim(room);
    } finally {
      slots.release(free - parcels.size());
    }
    for (var parcel : parcels) {
      Thread.ofVirtual().name("startill-delivery").start(() -> deliverAndFree(parcel));
    }
    return parcels.size();
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
      slots.release();
      signal.run();
    }
  }

  private List<Parcel> claim(int limit) {
    if (closed) {
      return List.of();
    }
    return store.inTransaction(
        Lane.ROUTINE,
        work -> work.claim(limit, settings.lease()).stream().map(d -> pack(work, d)).toList());
  }

  private static Parcel pack(Work work, Due due) {
    return switch (due.message()) {
      case Message.SendInvoice m -> new Parcel(due, work.lock(m.of()), Optional.empty());
      case Message.HandOver m -> new Parcel(due, work.lock(m.of()), work.codeOf(m.of()));
      case Message.Revoke m -> new Parcel(due, work.lock(m.of()), Optional.empty());
      case Message.Refund m -> new Parcel(due, work.lock(m.charge()), Optional.empty());
      case Message.TellHeld m -> new Parcel(due, work.lock(m.charge()), Optional.empty());
    };
  }

  private void deliver(Parcel parcel) {
    var due = parcel.due();
    switch (attempt(parcel)) {
      case Outcome.Delivered delivered -> delivered(due);
      case Outcome.Unreachable unreachable -> unreachable(due, unreachable.because());
      case Outcome.Hopeless hopeless -> giveUp(due, hopeless.because());
      case Outcome.TryAgain again -> tryAgain(due, again);
    }
  }

  /** What fails in no way that anybody foresaw counts as an attempt, like any other. */
  private Outcome attempt(Parcel parcel) {
    if (isOver(parcel.due(), parcel.due().attempt() - 1)) {
      return new Outcome.Hopeless("Its attempts ended without an outcome.");
    }
    try {
      return courier.deliver(parcel);
    } catch (RuntimeException | Error e) {
      log.error("message={} met a defect", parcel.due().id(), e);
      return new Outcome.TryAgain(Optional.empty(), "A defect: " + e, true);
    }
  }

  private boolean isOver(Due due, int attempts) {
    return schedule.isOverAfter(attempts, Duration.between(due.since(), clock.instant()));
  }

  private void delivered(Due due) {
    var now = clock.instant();
    switch (due.message()) {
      case Message.SendInvoice m -> intake.report(due, new InvoiceSent(m.of(), now));
      case Message.HandOver m -> intake.report(due, new GoodsHandedOver(m.of(), now));
      case Message.Revoke m -> intake.report(due, new GoodsRevoked(m.of(), now));
      case Message.Refund m -> settle(due);
      case Message.TellHeld m -> settle(due);
    }
  }

  /** Goods wait for the buyer; an invoice or a notice to somebody who left is of no use. */
  private void unreachable(Due due, String because) {
    switch (due.message()) {
      case Message.HandOver m ->
          intake.park(due, new BuyerUnreachable(m.of(), because, clock.instant()), because);
      case Message.SendInvoice m -> intake.giveUp(due, unreachable(m.of(), because));
      case Message.Revoke m -> intake.giveUp(due, new GoodsRevoked(m.of(), clock.instant()));
      case Message.Refund m -> settle(due);
      case Message.TellHeld m -> settle(due);
    }
  }

  private PaymentEvent unreachable(OrderId order, String because) {
    return new BuyerUnreachable(order, because, clock.instant());
  }

  private void giveUp(Due due, String because) {
    log.warn("message={} given up after attempt {}: {}", due.id(), due.attempt(), because);
    var now = clock.instant();
    switch (due.message()) {
      case Message.HandOver m -> intake.giveUp(due, new FulfilmentFailed(m.of(), because, now));
      case Message.SendInvoice m -> intake.giveUp(due, unreachable(m.of(), because));
      case Message.Revoke m -> intake.giveUp(due, new GoodsRevoked(m.of(), now));
      case Message.Refund m -> settle(due);
      case Message.TellHeld m -> settle(due);
    }
  }

  private void tryAgain(Due due, Outcome.TryAgain again) {
    if (isOver(due, due.attempt())) {
      giveUp(due, again.because());
      return;
    }
    var pause = again.after().orElseGet(() -> schedule.pauseAfter(due.attempt()));
    log.info(
        "message={} attempt={} again in {}: {}", due.id(), due.attempt(), pause, again.because());
    var until = clock.instant().plus(pause);
    store.behind(
        work -> {
          work.postpone(due, until, again.because(), again.uncertain());
          return due;
        },
        postponed -> {});
  }

  private void settle(Due due) {
    store.behind(
        work -> {
          work.settle(due);
          return due;
        },
        settled -> {});
  }
}
