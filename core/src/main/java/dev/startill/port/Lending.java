package dev.startill.port;

import dev.startill.payment.Message;
import dev.startill.payment.OrderId;
import dev.startill.payment.Transition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which message of a decision may be leased while it is written, for every store. Of each order
 * only the oldest unsettled message leaves; about an order that was not paid before there are
 * invoices at most, which hold back nothing. Pure.
 */
public final class Lending {
  private Lending() {}

  /**
   * The first invoice or hand-over of an order that was not paid before, if there is one.
   *
   * @param lease for how long; nothing is lent for no time
   * @param paid whether an order was paid before this decision
   */
  public static Optional<Message> of(
      Transition transition, Duration lease, Predicate<OrderId> paid) {
    return transition.messages().stream()
        .filter(message -> lease.isPositive())
        .filter(Lending::isFirst)
        .filter(message -> message.order().filter(paid.negate()).isPresent())
        .findFirst();
  }

  /** A refund is never leased before it is claimed: a crash would make its outcome unknown. */
  private static boolean isFirst(Message message) {
    return switch (message) {
      case Message.SendInvoice m -> true;
      case Message.HandOver m -> true;
      case Message.Revoke m -> false;
      case Message.Refund m -> false;
      case Message.TellHeld m -> false;
    };
  }
}
