package dev.startill;

import dev.startill.intake.Intake;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.payment.Advice;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.RefundId;
import dev.startill.payment.Resolution;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.CaseId;
import dev.startill.port.Ids;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.reconciliation.Reconciler;
import java.time.InstantSource;
import java.util.List;

/**
 * Where a person decides: cases are resolved and dead letters sent again, by the same door as
 * everything else. Every method throws {@link StoreException} if it was not recorded. Threads share
 * it. Made by {@link Startill#desk()}.
 */
public final class Desk {
  private final Store store;
  private final Intake intake;
  private final InstantSource clock;
  private final Ids ids;
  private final Reconciler reconciler;
  private final Runnable wake;

  Desk(
      Store store,
      Intake intake,
      Reconciler reconciler,
      InstantSource clock,
      Ids ids,
      Runnable wake) {
    this.store = store;
    this.intake = intake;
    this.reconciler = reconciler;
    this.clock = clock;
    this.ids = ids;
    this.wake = wake;
  }

  /** What came of a decision. */
  public enum Answer {
    /** It is recorded; what follows from it is on its way. */
    DONE,
    /** No such case, or no such letter. */
    UNKNOWN,
    /** It was closed before. */
    CLOSED_BEFORE,
    /** That cannot be done about such a case. */
    NOT_HERE,
    /** What it is about has moved on since; nothing was done. Look again. */
    MOVED_ON,
    /** The ledger could not be compared with what Telegram holds; nothing was done. */
    NOT_COMPARED
  }

  /**
   * Does something about a case, and closes it.
   *
   * @param how what to do; one of those that {@link Advice#on} names for its reason
   * @param note for people to read
   * @throws dev.startill.port.TelegramException if a difference is to be written off, and
   *     Telegram's statement cannot be read
   */
  public Answer resolve(CaseId id, Resolution how, String note) {
    var found = store.inTransaction(Lane.ROUTINE, work -> work.caseOf(id));
    if (found.isEmpty()) {
      return Answer.UNKNOWN;
    }
    var line = found.get();
    if (line.closed().isPresent()) {
      return Answer.CLOSED_BEFORE;
    }
    if (!Advice.on(line.reason()).resolutions().contains(how)) {
      return Answer.NOT_HERE;
    }
    return switch (how) {
      case CLOSE -> closed(id, note);
      case REFUND -> line.charge().map(charge -> refund(id, charge, note)).orElse(Answer.NOT_HERE);
      case DELIVER -> line.order().map(order -> deliver(id, order, note)).orElse(Answer.NOT_HERE);
      case ACCEPT -> line.charge().map(charge -> accept(id, charge, note)).orElse(Answer.NOT_HERE);
      case CHARGEBACK -> line.charge().map(c -> chargeback(id, c, note)).orElse(Answer.NOT_HERE);
      case WRITE_OFF -> writeOff(line, note);
    };
  }

  /**
   * Books that the buyer took a charge back at the store, and closes the case that told of the
   * drop.
   */
  public Answer chargedBack(CaseId id, ChargeId charge, String note) {
    var open =
        store
            .inTransaction(Lane.ROUTINE, work -> work.caseOf(id))
            .filter(c -> c.closed().isEmpty());
    if (open.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return open.get().reason() == CaseReason.BALANCE_DIFFERS
        ? chargeback(id, charge, note)
        : Answer.NOT_HERE;
  }

  /** Sends a dead letter again: of goods, by a new hand-over; else the letter itself. */
  public Answer replay(MessageId id) {
    var letter = store.inTransaction(Lane.ROUTINE, work -> work.dead(id));
    if (letter.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return switch (letter.get()) {
      case Message.HandOver goods -> handOver(goods.of(), "sent again from the dead letters");
      case Message.Refund refund -> refund(refund.charge(), "asked for again");
      case Message.SendInvoice invoice -> revive(id);
      case Message.Revoke revoke -> revive(id);
      case Message.TellHeld held -> revive(id);
    };
  }

  private Answer revive(MessageId id) {
    var revived = store.inTransaction(Lane.ROUTINE, work -> work.revive(id));
    if (revived) {
      wake.run();
    }
    return revived ? Answer.DONE : Answer.MOVED_ON;
  }

  private Answer refund(CaseId id, ChargeId charge, String note) {
    return refund(charge, note) == Answer.DONE ? closed(id, "refund: " + note) : Answer.MOVED_ON;
  }

  private Answer refund(ChargeId charge, String note) {
    var refund = new RefundId(ids.next("re"));
    return took(new PaymentEvent.RefundRequested(charge, refund, note, clock.instant()));
  }

  private Answer deliver(CaseId id, OrderId order, String note) {
    return handOver(order, note) == Answer.DONE ? closed(id, "deliver: " + note) : Answer.MOVED_ON;
  }

  private Answer handOver(OrderId order, String note) {
    return took(new PaymentEvent.HandOverAsked(order, note, clock.instant()));
  }

  private Answer accept(CaseId id, ChargeId charge, String note) {
    return took(new PaymentEvent.ChargeAccepted(charge, note, clock.instant())) == Answer.DONE
        ? closed(id, "accept: " + note)
        : Answer.MOVED_ON;
  }

  private Answer chargeback(CaseId id, ChargeId charge, String note) {
    return took(new PaymentEvent.ChargedBack(charge, clock.instant())) == Answer.DONE
        ? closed(id, "chargeback of %s: %s".formatted(charge, note))
        : Answer.MOVED_ON;
  }

  /**
   * The difference as it is now, which may not be the one that the case was opened with; seen
   * twice, for something may be on its way.
   */
  private Answer writeOff(CaseLine line, String note) {
    var first = reconciler.reconcile(lines -> {});
    var second = reconciler.reconcile(lines -> {});
    var difference = first.difference();
    if (difference.isEmpty() || second.difference().isEmpty()) {
      return Answer.NOT_COMPARED;
    }
    if (first.agrees() || !difference.equals(second.difference())) {
      return Answer.MOVED_ON;
    }
    var postings = List.of(unexplained(difference.getAsLong(), line.id()));
    store.inTransaction(Lane.ROUTINE, work -> work.book(postings, clock.instant()));
    return closed(line.id(), "write-off: " + note);
  }

  private static Posting unexplained(long difference, CaseId id) {
    var source = new Source(Source.Kind.UNEXPLAINED, id.value()).text();
    return difference < 0
        ? new Posting(Account.UNEXPLAINED, Account.WORLD, -difference, source)
        : new Posting(Account.WORLD, Account.UNEXPLAINED, difference, source);
  }

  private Answer took(PaymentEvent event) {
    return intake.take(event).transition().isQuiet() ? Answer.MOVED_ON : Answer.DONE;
  }

  /** Whatever was done may have closed it already. */
  private Answer closed(CaseId id, String how) {
    store.inTransaction(Lane.ROUTINE, work -> work.resolve(id, how, clock.instant()));
    return Answer.DONE;
  }
}
