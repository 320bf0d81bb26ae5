package dev.startill.intake;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.ChargeUnreadable;
import dev.startill.payment.PaymentEvent.CheckoutArrived;
import dev.startill.payment.PaymentEvent.RefundSeen;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.port.Due;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only door in: updates, merchant commands, the clock and what the world replied all pass here
 * as a {@link PaymentEvent}, are decided under lock and committed. Messages leave after the commit.
 * Threads share it.
 */
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /** A backlog of lapsed holds yields to checkouts after so many. */
  private static final int ENDED_AT_ONCE = 100;

  private final Store store;
  private final Deliberation deliberation;
  private final InstantSource clock;
  private final Settings settings;
  private final Outlet outlet;
  private final Lender lender;
  private final Audience audience;

  /**
   * A door to this store.
   *
   * @param outlet where the messages leave that a commit wrote
   * @param audience hears what became durable
   */
  public Intake(
      Store store,
      Deliberation deliberation,
      InstantSource clock,
      Settings settings,
      Outlet outlet,
      Audience audience) {
    this.store = store;
    this.deliberation = deliberation;
    this.clock = clock;
    this.settings = settings;
    this.outlet = outlet;
    this.audience = audience;
    this.lender = new Lender(outlet, clock, settings.lease());
  }

  /**
   * Takes an update in. When it returns, what it meant is durable.
   *
   * @throws StoreException if it was not recorded: do not acknowledge the update. Never for a
   *     checkout, which is answered "no" instead.
   */
  public Received receive(Update update) {
    return switch (update) {
      case Update.Checkout checkout -> checkOut(checkout);
      case Update.Payment payment -> pay(payment);
      case Update.Refunded refunded -> refund(refunded);
      case Update.Spoke spoke -> hear(spoke.buyer());
      case Update.Other other -> Received.FOREIGN;
    };
  }

  /**
   * Takes in what a merchant or a clock says, and returns what it led to once that is durable.
   *
   * @throws StoreException if it was not recorded
   */
  public Decided take(PaymentEvent event) {
    return told(lender.decide(event, lease -> commit(event, lease)));
  }

  private Decided commit(PaymentEvent event, Duration lease) {
    return store.inTransaction(
        Lane.ROUTINE, work -> deliberation.takeAndLend(work, event, Optional.empty(), lease));
  }

  /**
   * Takes in that a message reached the world; its mark and its consequences are one commit. Not
   * awaited: a crash that loses it sends the message again.
   */
  public void report(Due due, PaymentEvent outcome) {
    store.behind(work -> deliberation.take(work, outcome, Optional.of(due.id())), this::told);
  }

  /**
   * Takes in what came of a message, and waits for it: of a refund, that nobody forgets it. An
   * attempt that was overtaken says nothing, unless it succeeded.
   */
  public void settle(Due due, PaymentEvent outcome) {
    told(
        store.inTransaction(
            Lane.ROUTINE, work -> deliberation.take(work, outcome, Optional.of(due.id()))));
  }

  /**
   * Takes in that a message will not leave any more; it becomes a dead letter. An attempt that was
   * overtaken says nothing.
   *
   * @param uncertain whether the world may have it nevertheless
   */
  public void giveUp(Due due, PaymentEvent outcome, String because, boolean uncertain) {
    whileHeld(
        due,
        work -> {
          work.bury(due, because, uncertain);
          return deliberation.take(work, outcome, Optional.empty());
        });
  }

  /** Takes in why a message is of no use any more. */
  public void drop(Due due, PaymentEvent outcome) {
    whileHeld(due, work -> deliberation.take(work, outcome, Optional.of(due.id())));
  }

  /** Gives up a message whose end changes nothing; it becomes a dead letter. */
  public void bury(Due due, String because) {
    store.behind(
        work -> {
          work.bury(due, because, due.uncertain());
          return due;
        },
        buried -> {});
  }

  /** Takes in why a message cannot leave now; it stays aside until its buyer speaks. */
  public void park(Due due, PaymentEvent outcome, String because) {
    whileHeld(
        due,
        work -> {
          work.park(due, because);
          return deliberation.take(work, outcome, Optional.empty());
        });
  }

  /** A success is one whoever reports it; a failure counts only while nobody else tries. */
  private void whileHeld(Due due, Function<Work, Decided> unit) {
    store
        .inTransaction(
            Lane.ROUTINE,
            work -> work.holds(due) ? Optional.of(unit.apply(work)) : Optional.<Decided>empty())
        .ifPresent(this::told);
  }

  /** The same door, for what Telegram's statement tells. */
  public Recovery recovery() {
    return new Recovery(store, deliberation, clock, this::told, audience);
  }

  /** The same door, for handlers whose deeds are recorded in their own transaction. */
  public Joining joining() {
    return new Joining(deliberation, this::told);
  }

  /** Takes in that Telegram refused an answer for good; a renewal's refusal frees nothing. */
  public void unanswered(Answer answer) {
    switch (answer) {
      case Answer.Approve approve -> {
        if (!approve.renewal()) {
          take(
              new PaymentEvent.CheckoutUnanswered(
                  approve.order(), approve.checkout(), clock.instant()));
        }
      }
      case Answer.Decline decline -> {}
    }
  }

  /**
   * Ends holds and validities that are over; how many there were, at most a hundred. Once the
   * statement was read, a hold ends only after a reading that began later and showed no charge.
   */
  public int endWhatIsOver() {
    var now = clock.instant();
    var ended =
        store.inTransaction(
            Lane.ROUTINE,
            work -> {
              var decisions = new ArrayList<Decided>();
              var holds = work.cursor().readTo().filter(now::isAfter).orElse(now);
              for (var order : work.ended(holds, now, ENDED_AT_ONCE)) {
                decisions.add(deliberation.take(work, endOf(order), Optional.empty()));
              }
              return decisions;
            });
    ended.forEach(this::told);
    return ended.size();
  }

  private PaymentEvent endOf(Order order) {
    return order instanceof Order.Approved
        ? new PaymentEvent.HoldLapsed(order.id(), clock.instant())
        : new PaymentEvent.ValidityEnded(order.id(), clock.instant());
  }

  private Received checkOut(Update.Checkout checkout) {
    var payload = Payload.read(checkout.payload());
    if (payload.isEmpty()) {
      return settings.soleOwner()
          ? Received.saying(decline(checkout.id(), Answer.Reason.UNKNOWN_ORDER))
          : Received.FOREIGN;
    }
    var event =
        new CheckoutArrived(
            checkout.id(),
            checkout.payer(),
            payload.get(),
            new PaymentEvent.Asked(checkout.amount(), checkout.currency()),
            clock.instant());
    try {
      var decided =
          told(
              store.inTransaction(
                  Lane.CHECKOUT, work -> deliberation.take(work, event, Optional.empty())));
      noteDecline(decided, event);
      return new Received(true, decided.transition().answer());
    } catch (StoreException e) {
      log.error(
          "checkout={} declined: it could not be recorded. {}", checkout.id(), e.getMessage());
      return Received.saying(decline(checkout.id(), Answer.Reason.NOT_RECORDED));
    }
  }

  private static Answer decline(CheckoutId checkout, Answer.Reason reason) {
    return new Answer.Decline(checkout, reason);
  }

  /** A decline changes nothing, so its line in the history is not waited for. */
  private void noteDecline(Decided decided, CheckoutArrived event) {
    if (decided.transition().answer().orElse(null) instanceof Answer.Decline declined
        && decided.before() instanceof Order order) {
      OrderId id = order.id();
      var detail = "declined %s: %s".formatted(event.payer(), declined.reason());
      store.behind(
          work -> {
            work.note(id, event, detail);
            return id;
          },
          noted -> {});
    }
  }

  private Received pay(Update.Payment payment) {
    var payload = Payload.read(payment.payload());
    if (payload.isEmpty()) {
      return Received.FOREIGN;
    }
    var amount = starsOf(payment.amount(), payment.currency());
    if (amount.isEmpty()) {
      return unreadable(
          payment.id(),
          "%d %s from %s for %s"
              .formatted(payment.amount(), payment.currency(), payment.buyer(), payment.payload()));
    }
    take(
        new ChargeReceived(
            Charge.kept(payment.id(), payment.buyer(), amount.get(), payment.at()),
            payload.get(),
            Via.UPDATE,
            clock.instant()));
    return Received.DONE;
  }

  private Received refund(Update.Refunded refunded) {
    var payload = Payload.read(refunded.payload());
    var amount = starsOf(refunded.amount(), refunded.currency());
    if (payload.isEmpty()) {
      return Received.FOREIGN;
    }
    if (amount.isEmpty()) {
      return unreadable(
          refunded.id(),
          "a refund of %d %s to %s for %s"
              .formatted(
                  refunded.amount(), refunded.currency(), refunded.buyer(), refunded.payload()));
    }
    take(
        new RefundSeen(
            Charge.kept(refunded.id(), refunded.buyer(), amount.get(), refunded.at()),
            payload.get(),
            Via.UPDATE,
            clock.instant()));
    return Received.DONE;
  }

  private Received unreadable(ChargeId charge, String what) {
    log.error("charge={} is no amount of Stars: {}", charge, what);
    take(new ChargeUnreadable(charge, what, clock.instant()));
    return Received.DONE;
  }

  private static Optional<Stars> starsOf(long amount, String currency) {
    return "XTR".equals(currency) && Stars.fits(amount)
        ? Optional.of(new Stars(amount))
        : Optional.empty();
  }

  /** Not awaited, for it concerns no money: were it lost, the buyer's next word would do. */
  private Received hear(BuyerId buyer) {
    store.behind(work -> work.release(buyer), released -> heard(buyer, released));
    return Received.FOREIGN;
  }

  private void heard(BuyerId buyer, int released) {
    if (released > 0) {
      log.info("buyer={} is back: {} parked messages leave now", buyer, released);
      outlet.wake();
    }
  }

  /** After the commit, and only then: the log line, the audience and the wake-up. */
  private Decided told(Decided decided) {
    decided.log(log);
    if (audience.isThere()) {
      Notices.of(decided).forEach(audience::hear);
    }
    if (decided.leavesMessages()) {
      outlet.wake();
    }
    return decided;
  }
}
