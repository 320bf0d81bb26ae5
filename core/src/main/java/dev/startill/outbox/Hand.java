package dev.startill.outbox;

import dev.startill.intake.Joining;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Due;
import dev.startill.port.Fulfilment;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.JoinedFulfilment;
import dev.startill.port.StoreException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The merchant's handler, and who records what it did: whoever called it, afterwards; or the
 * handler's own transaction. Threads share it, and many call at once.
 */
public final class Hand {
  private final Deed fulfilment;
  private final Deed revocation;
  private final int atOnce;

  private Hand(Deed fulfilment, Deed revocation, int atOnce) {
    this.fulfilment = fulfilment;
    this.revocation = revocation;
    this.atOnce = atOnce;
  }

  /** What it did is reported afterwards: a crash in between calls it again. */
  public static Hand apart(Fulfilment handler) {
    return new Hand(
        (purchase, due) -> {
          handler.fulfil(purchase);
          return new Outcome.Delivered();
        },
        (purchase, due) -> {
          handler.revoke(purchase);
          return new Outcome.Delivered();
        },
        Integer.MAX_VALUE);
  }

  /** What it did and the record of it are one commit. */
  public static Hand joined(JoinedFulfilment handler, Joining joining, InstantSource clock) {
    return new Hand(
        (purchase, due) ->
            joined(
                joining,
                due,
                new PaymentEvent.GoodsHandedOver(purchase.order(), clock.instant()),
                mark -> handler.fulfil(purchase, mark)),
        (purchase, due) ->
            joined(
                joining,
                due,
                new PaymentEvent.GoodsRevoked(purchase.order(), clock.instant()),
                mark -> handler.revoke(purchase, mark)),
        handler.atOnce());
  }

  /** How many can be at work at once. */
  int atOnce() {
    return atOnce;
  }

  Outcome fulfil(Purchase purchase, Due due) throws Exception {
    return fulfilment.on(purchase, due);
  }

  Outcome revoke(Purchase purchase, Due due) throws Exception {
    return revocation.on(purchase, due);
  }

  /** What the handler's own exception took back certainly did not happen. */
  private static Outcome joined(Joining joining, Due due, PaymentEvent outcome, Joining.Deed deed) {
    try {
      return switch (joining.carryOut(due, outcome, deed)) {
        case RECORDED, OVERTAKEN -> new Outcome.Recorded();
        case UNWANTED -> new Outcome.Obsolete("The order does not wait for it any more.");
      };
    } catch (StoreException e) {
      return new Outcome.TryAgain(Optional.empty(), String.valueOf(e.getMessage()), true);
    } catch (Exception e) {
      return new Outcome.TryAgain(Optional.empty(), "The handler threw " + e, false);
    }
  }

  private interface Deed {
    Outcome on(Purchase purchase, Due due) throws Exception;
  }
}
