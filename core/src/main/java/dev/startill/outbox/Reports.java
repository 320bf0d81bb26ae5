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
import dev.startill.payment.PaymentEvent.RefundConfirmed;
import dev.startill.payment.PaymentEvent.RefundLost;
import dev.startill.payment.PaymentEvent.RefundRefused;
import dev.startill.payment.PaymentEvent.RevocationFailed;
import dev.startill.port.Due;
import dev.startill.port.Store;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back through the door what came of each message: the world's reply is an event. Threads
 * share it.
 */
final class Reports {
  private static final Logger log = LoggerFactory.getLogger(Reports.class);

  private final Store store;
  private final Intake intake;
  private final InstantSource clock;
  private final Schedule schedule;

  Reports(Store store, Intake intake, InstantSource clock, Schedule schedule) {
    this.store = store;
    this.intake = intake;
    this.clock = clock;
    this.schedule = schedule;
  }

  /** A refund's outcome is waited for: what is forgotten of it has to be read on the statement. */
  void delivered(Due due) {
    var now = clock.instant();
    switch (due.message()) {
      case Message.SendInvoice m -> intake.report(due, new InvoiceSent(m.of(), now));
      case Message.HandOver m -> intake.report(due, new GoodsHandedOver(m.of(), now));
      case Message.Revoke m -> intake.report(due, new GoodsRevoked(m.of(), now));
      case Message.Refund m -> intake.settle(due, new RefundConfirmed(m.charge(), m.refund(), now));
      case Message.TellHeld m -> settle(due);
    }
  }

  /** Goods wait for the buyer; an invoice or a notice to somebody who left is of no use. */
  void unreachable(Due due, String because) {
    switch (due.message()) {
      case Message.HandOver m ->
          intake.park(due, new BuyerUnreachable(m.of(), because, clock.instant()), because);
      case Message.SendInvoice m -> intake.drop(due, unreachable(m.of(), because));
      case Message.TellHeld m -> settle(due);
      case Message.Revoke m -> giveUp(due, because, due.uncertain());
      case Message.Refund m -> giveUp(due, because, due.uncertain());
    }
  }

  /** Nobody knows; only the statement can tell, and nobody tries again before it does. */
  void lost(Due due, String because) {
    log.warn("message={} has an unknown outcome: {}", due.id(), because);
    switch (due.message()) {
      case Message.Refund m ->
          intake.settle(due, new RefundLost(m.charge(), m.refund(), because, clock.instant()));
      case Message.SendInvoice m -> settle(due);
      case Message.HandOver m -> settle(due);
      case Message.Revoke m -> settle(due);
      case Message.TellHeld m -> settle(due);
    }
  }

  void giveUp(Due due, String because, boolean uncertain) {
    log.warn("message={} given up after attempt {}: {}", due.id(), due.attempt(), because);
    var now = clock.instant();
    switch (due.message()) {
      case Message.HandOver m ->
          intake.giveUp(
              due, new FulfilmentFailed(m.of(), because, uncertain, now), because, uncertain);
      case Message.SendInvoice m ->
          intake.giveUp(due, unreachable(m.of(), because), because, uncertain);
      case Message.Revoke m ->
          intake.giveUp(due, new RevocationFailed(m.of(), because, now), because, uncertain);
      case Message.Refund m ->
          intake.drop(due, new RefundRefused(m.charge(), m.refund(), because, now));
      case Message.TellHeld m -> intake.bury(due, because);
    }
  }

  void tryAgain(Due due, Outcome.TryAgain again) {
    if (schedule.isOverAfter(due.attempt(), Duration.between(due.since(), clock.instant()))) {
      giveUp(due, again.because(), due.uncertain() || again.uncertain());
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

  void settle(Due due) {
    store.behind(
        work -> {
          work.settle(due);
          return due;
        },
        settled -> {});
  }

  private PaymentEvent unreachable(OrderId order, String because) {
    return new BuyerUnreachable(order, because, clock.instant());
  }
}
