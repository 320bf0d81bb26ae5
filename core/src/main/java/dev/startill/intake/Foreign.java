package dev.startill.intake;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.ledger.Source.Kind;
import dev.startill.payment.Charge;
import dev.startill.payment.Home;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition;
import dev.startill.port.Chronicle;
import dev.startill.port.Store.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether Stars were booked as foreign before anybody knew that they are for an order of ours: a
 * line of the statement may lack the payload.
 */
enum Foreign {
  /** They were not. */
  NO,
  /** They were, and are here. */
  HERE,
  /** They were, and went back since. */
  GONE;

  private static final String WENT_BACK =
      "its Stars went back before anybody told what they were for; nothing is handed over";

  /** Of the Stars that an event tells of, if it tells of any. */
  static Foreign of(PaymentEvent event, Work work) {
    var foreign =
        told(event).stream()
            .flatMap(charge -> work.postings(charge.id()).stream())
            .filter(p -> p.to() == Account.FOREIGN || p.from() == Account.FOREIGN)
            .toList();
    if (foreign.isEmpty()) {
      return NO;
    }
    return foreign.stream().anyMatch(p -> p.to() == Account.BUYER) ? GONE : HERE;
  }

  /**
   * What is gone stays foreign: there is nothing to hand over and nothing to return. That it came
   * is booked all the same, and its order's history tells why nothing followed.
   */
  static Decided leave(PaymentEvent event, Instant now, Work work) {
    told(event).ifPresent(charge -> work.book(List.of(came(charge)), now));
    Chronicle.orderOf(event).ifPresent(order -> work.note(order, event, WENT_BACK));
    return new Decided(Home.NOTHING, event, Transition.quiet(WENT_BACK));
  }

  /** The charge that an event may be the first to tell of. */
  private static Optional<Charge> told(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.ChargeReceived e -> Optional.of(e.charge());
      case PaymentEvent.RefundSeen e -> Optional.of(e.refunded());
      case PaymentEvent.OfOrder e -> Optional.empty();
      case PaymentEvent.OfCharge e -> Optional.empty();
    };
  }

  private static Posting came(Charge charge) {
    return new Posting(
        Account.BUYER,
        Account.FOREIGN,
        charge.amount().toNanos(),
        new Source(Kind.CHARGE, charge.id().value()).text());
  }
}
