package dev.startill.payment;

import dev.startill.catalog.Terms;
import dev.startill.party.BuyerId;
import java.time.Instant;
import java.util.Optional;

/** A wish to be paid once. Each state holds only what is known in it. Immutable. */
public sealed interface Order extends Home {
  /** Travels in the invoice payload, unless the order was born on a link. */
  OrderId id();

  /** What was promised when the invoice was made. */
  Terms terms();

  /** The link it was born on, if any. */
  Optional<LinkId> link();

  /**
   * The invoice may be paid; nothing is held for anybody.
   *
   * @param id its id
   * @param terms its terms
   * @param link the link it was born on
   */
  record Open(OrderId id, Terms terms, Optional<LinkId> link) implements Order {}

  /**
   * A checkout was approved: the charge may come at any moment, and what is counted is held.
   *
   * @param id its id
   * @param terms its terms
   * @param link the link it was born on
   * @param buyer who is about to pay
   * @param checkout the latest checkout that was approved
   * @param until when the hold lapses
   */
  record Approved(
      OrderId id,
      Terms terms,
      Optional<LinkId> link,
      BuyerId buyer,
      CheckoutId checkout,
      Instant until)
      implements Order {}

  /**
   * Its validity ended unpaid. A charge that comes all the same is taken.
   *
   * @param id its id
   * @param terms its terms
   * @param link the link it was born on
   */
  record Expired(OrderId id, Terms terms, Optional<LinkId> link) implements Order {}

  /**
   * Its Stars arrived. The goods and the money move on freely of each other.
   *
   * @param id its id
   * @param terms its terms
   * @param link the link it was born on
   * @param charge the Stars
   * @param goods what happened to the goods
   */
  record Paid(OrderId id, Terms terms, Optional<LinkId> link, Charge charge, Goods goods)
      implements Order {
    /** The same order, its goods moved on. */
    public Paid goods(Goods next) {
      return new Paid(id, terms, link, charge, next);
    }

    /** The same order, its Stars moved on. */
    public Paid standing(Standing next) {
      return new Paid(id, terms, link, charge.standing(next), goods);
    }
  }

  /** The one word that people see. */
  default Word word() {
    return switch (this) {
      case Open o -> Word.OPEN;
      case Approved a -> Word.APPROVED;
      case Expired e -> Word.EXPIRED;
      case Paid p -> Word.of(p);
    };
  }

  /** The state as people read it; a paid order's is derived from its goods and its money. */
  enum Word {
    OPEN,
    APPROVED,
    EXPIRED,
    PAID,
    FULFILLED,
    REFUNDING,
    REFUNDED,
    CHARGED_BACK,
    MISSING;

    private static Word of(Paid order) {
      return switch (order.charge().standing()) {
        case Standing.Kept k -> order.goods() == Goods.HANDED_OVER ? FULFILLED : PAID;
        case Standing.Returning r -> REFUNDING;
        case Standing.Unknown u -> REFUNDING;
        case Standing.Returned r -> REFUNDED;
        case Standing.TakenBack t -> CHARGED_BACK;
        case Standing.Missing m -> MISSING;
      };
    }
  }
}
