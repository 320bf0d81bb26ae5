package dev.startill.outbox;

import dev.startill.catalog.Delivery;
import dev.startill.party.BuyerId;
import dev.startill.payment.Charge;
import dev.startill.payment.Home;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.Invoice;
import dev.startill.port.Telegram;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Says one message to the world: to Telegram, or to the merchant's handler. Threads share it. */
final class Courier {
  /** Long enough for quick handlers to take turns. */
  private static final Duration FOR_A_HAND = Duration.ofMillis(250);

  private static final Duration UNTIL_A_HAND = Duration.ofSeconds(1);

  private final Telegram telegram;
  private final Hand hand;
  private final Patience patience;
  private final Duration most;
  private final Semaphore hands;

  /**
   * A courier.
   *
   * @param most how long a handler is waited for
   * @param atOnce how many handlers may run at once
   */
  Courier(Telegram telegram, Hand hand, Patience patience, Duration most, int atOnce) {
    this.telegram = telegram;
    this.hand = hand;
    this.patience = patience;
    this.most = most;
    this.hands = new Semaphore(Math.min(atOnce, hand.atOnce()));
  }

  Outcome deliver(Parcel parcel) {
    return switch (parcel.due().message()) {
      case Message.SendInvoice message -> invoice(message, parcel);
      case Message.HandOver message -> handOver(message, parcel);
      case Message.Revoke message -> revoke(parcel);
      case Message.TellHeld message -> tellHeld(message, parcel);
      case Message.Refund message -> refund(message, parcel);
    };
  }

  /**
   * A refund that may have been made already is not asked for again: the statement tells. One that
   * is not wanted any more is not asked for at all.
   */
  private Outcome refund(Message.Refund message, Parcel parcel) {
    var standing = parcel.home().flatMap(Home::chargeOf).map(Charge::standing);
    if (standing.filter(new Standing.Returning(message.refund())::equals).isEmpty()) {
      return new Outcome.Obsolete("The charge does not wait for this refund.");
    }
    return parcel.due().uncertain()
        ? new Outcome.Lost("An earlier attempt may have reached Telegram.")
        : Outcome.ofRefund(telegram.refund(message.buyer(), message.charge()));
  }

  private Outcome invoice(Message.SendInvoice message, Parcel parcel) {
    return switch (orderOf(parcel)) {
      case Order.Paid paid -> new Outcome.Delivered();
      case Order.Expired expired -> new Outcome.Delivered();
      case Order order ->
          Outcome.of(
              telegram.sendInvoice(
                  message.buyer(), Invoice.of(order.terms(), new Payload.OfOrder(order.id()))));
    };
  }

  private Outcome handOver(Message.HandOver message, Parcel parcel) {
    if (!(orderOf(parcel) instanceof Order.Paid order)) {
      return new Outcome.Hopeless("The order is not paid.");
    }
    if (!mayHave(order)) {
      return new Outcome.Obsolete("The Stars are going back, or gone.");
    }
    return switch (order.terms().delivery()) {
      case Delivery.Text text ->
          Outcome.of(telegram.sendText(message.buyer(), Wording.fill(text.template(), order)));
      case Delivery.File file ->
          Outcome.of(telegram.sendFile(message.buyer(), file, Wording.file(order)));
      case Delivery.Code code -> code(message.buyer(), order, parcel.code());
      case Delivery.Handler handler ->
          call(() -> hand.fulfil(purchase(order, handler), parcel.due()));
    };
  }

  /** Goods leave only for Stars that are here, as far as anybody knows. */
  private static boolean mayHave(Order.Paid order) {
    return switch (order.charge().standing()) {
      case Standing.Kept kept -> true;
      case Standing.Missing missing -> false;
      case Standing.Returning returning -> false;
      case Standing.Unknown unknown -> false;
      case Standing.Returned returned -> false;
      case Standing.TakenBack taken -> false;
    };
  }

  private Outcome code(BuyerId buyer, Order.Paid order, Optional<String> code) {
    return code.isPresent()
        ? Outcome.of(telegram.sendText(buyer, Wording.code(order, code.get())))
        : new Outcome.Hopeless("No code is sold to this order.");
  }

  /** Only a handler can take goods back; a text that was read stays read. */
  private Outcome revoke(Parcel parcel) {
    if (orderOf(parcel) instanceof Order.Paid kept
        && kept.charge().standing() instanceof Standing.Kept) {
      return new Outcome.Obsolete("The Stars are here, and stay.");
    }
    return orderOf(parcel) instanceof Order.Paid order
            && order.terms().delivery() instanceof Delivery.Handler handler
        ? call(() -> hand.revoke(purchase(order, handler), parcel.due()))
        : new Outcome.Delivered();
  }

  private Outcome tellHeld(Message.TellHeld message, Parcel parcel) {
    return switch (parcel.home().map(Home.class::cast).orElse(Home.NOTHING)) {
      case StrayCharge stray ->
          Outcome.of(telegram.sendText(message.buyer(), Wording.held(stray.charge())));
      case Order.Paid order ->
          Outcome.of(telegram.sendText(message.buyer(), Wording.held(order.charge())));
      case Home other -> new Outcome.Hopeless("The charge is not known.");
    };
  }

  private static Order orderOf(Parcel parcel) {
    return parcel
        .home()
        .filter(Order.class::isInstance)
        .map(Order.class::cast)
        .orElseThrow(() -> new IllegalStateException("A message about an order has lost it."));
  }

  private static Purchase purchase(Order.Paid order, Delivery.Handler handler) {
    return new Purchase(
        order.id(),
        order.terms().product(),
        handler.name(),
        order.charge().buyer(),
        order.charge().amount(),
        order.charge().id());
  }

  private Outcome call(Callable<Outcome> call) {
    try {
      if (!hands.tryAcquire(FOR_A_HAND.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Outcome.TryAgain(Optional.of(UNTIL_A_HAND), "All handlers are busy", false);
      }
    } catch (InterruptedException e) {
      return stopped();
    }
    var outcome = new AtomicReference<Outcome>(new Outcome.Delivered());
    var held = new Held(() -> outcome.set(call.call()));
    try {
      patience.await(held, most);
      return Objects.requireNonNull(outcome.get());
    } catch (ExecutionException e) {
      return new Outcome.TryAgain(Optional.empty(), "The handler threw " + e.getCause(), true);
    } catch (TimeoutException e) {
      return new Outcome.TryAgain(
          Optional.empty(), "The handler did not return within " + most, true);
    } catch (InterruptedException e) {
      return stopped();
    } finally {
      held.leave();
    }
  }

  private static Outcome stopped() {
    Thread.currentThread().interrupt();
    return new Outcome.TryAgain(Optional.empty(), "The handler was stopped", true);
  }

  /**
   * A handler that hangs keeps its hand until it really ends, even after nobody waits for it any
   * more: so those that hang for ever are few, and all other messages leave as ever.
   */
  private final class Held implements Patience.Call {
    private final Patience.Call call;
    private final AtomicBoolean begun = new AtomicBoolean();

    Held(Patience.Call call) {
      this.call = call;
    }

    @Override
    public void run() throws Exception {
      if (begun.compareAndSet(false, true)) {
        try {
          call.run();
        } finally {
          hands.release();
        }
      }
    }

    /** What has not begun by now never begins. */
    void leave() {
      if (begun.compareAndSet(false, true)) {
        hands.release();
      }
    }
  }
}
