package dev.startill.payment;

import dev.startill.catalog.Terms;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import java.time.Instant;

/** Something that happened to an order or to Stars. Immutable, all of them. */
public sealed interface PaymentEvent permits PaymentEvent.OfOrder, PaymentEvent.OfCharge {
  /** When it happened, or when we were told. */
  Instant at();

  /** Found by the order's id, the invoice's payload or the buyer and product. */
  sealed interface OfOrder extends PaymentEvent {}

  /**
   * What opens an order. The open order of that buyer and product, if there is one, is its home.
   */
  sealed interface Wish extends OfOrder {
    /** What is offered now. */
    Terms terms();
  }

  /** Found by the charge's id. */
  sealed interface OfCharge extends PaymentEvent {
    /** The charge that it happened to. */
    ChargeId charge();
  }

  /**
   * A buyer asked for an invoice in the chat.
   *
   * @param buyer who asked
   * @param terms what is offered now
   * @param at when
   */
  record InvoiceRequested(BuyerId buyer, Terms terms, Instant at) implements Wish {}

  /**
   * The merchant asked for an order whose invoice travels by a link: nothing is sent to anybody.
   *
   * @param terms what is offered now, and to whom
   * @param at when
   */
  record OrderRequested(Terms terms, Instant at) implements Wish {}

  /**
   * The merchant asked for a link that many may pay.
   *
   * @param link its id
   * @param terms what it offers
   * @param at when
   */
  record LinkRequested(LinkId link, Terms terms, Instant at) implements OfOrder {}

  /**
   * The merchant closed a link.
   *
   * @param link which
   * @param at when
   */
  record LinkClosed(LinkId link, Instant at) implements OfOrder {}

  /**
   * Telegram asks whether a buyer may pay: {@code pre_checkout_query}.
   *
   * @param checkout under which it awaits the answer
   * @param payer who is about to pay
   * @param payload of the invoice
   * @param asked the amount as the query has it
   * @param at when it reached us
   */
  record CheckoutArrived(
      CheckoutId checkout, BuyerId payer, Payload payload, Asked asked, Instant at)
      implements OfOrder {}

  /**
   * An amount and a currency as somebody else states them: any number, any text.
   *
   * @param amount in the currency's smallest unit
   * @param currency {@code XTR}, or something we never asked for
   */
  record Asked(long amount, String currency) {
    /** Whether it is exactly this price in Stars. */
    public boolean is(Stars price) {
      return amount == price.count() && "XTR".equals(currency);
    }
  }

  /**
   * Telegram refused our answer to a checkout for good (it was too old): no charge follows from it.
   *
   * @param order which it was for
   * @param checkout which was not answered
   * @param at when
   */
  record CheckoutUnanswered(OrderId order, CheckoutId checkout, Instant at) implements OfOrder {}

  /**
   * Stars arrived: {@code successful_payment}, or a line of the statement that we did not know.
   *
   * @param charge the Stars
   * @param payload of the invoice
   * @param via who told
   * @param at when it reached us
   */
  record ChargeReceived(Charge charge, Payload payload, Via via, Instant at) implements OfOrder {}

  /** Who told of Stars that came or went. */
  enum Via {
    /** An update. */
    UPDATE,
    /** Telegram's statement: the update was late, or never came. */
    STATEMENT
  }

  /**
   * The hold of an approved checkout ended without a charge.
   *
   * @param order whose
   * @param at now
   */
  record HoldLapsed(OrderId order, Instant at) implements OfOrder {}

  /**
   * An order's validity ended.
   *
   * @param order whose
   * @param at now
   */
  record ValidityEnded(OrderId order, Instant at) implements OfOrder {}

  /**
   * Telegram took the invoice.
   *
   * @param order whose
   * @param at when
   */
  record InvoiceSent(OrderId order, Instant at) implements OfOrder {}

  /**
   * The buyer has the goods.
   *
   * @param order whose
   * @param at when
   */
  record GoodsHandedOver(OrderId order, Instant at) implements OfOrder {}

  /**
   * Handing over the goods was given up.
   *
   * @param order whose
   * @param reason for a person to read
   * @param uncertain whether the buyer may have them nevertheless
   * @param at when
   */
  record FulfilmentFailed(OrderId order, String reason, boolean uncertain, Instant at)
      implements OfOrder {}

  /**
   * A person asked to hand over once more what could not be handed over.
   *
   * @param order whose
   * @param note for people to read
   * @param at when
   */
  record HandOverAsked(OrderId order, String note, Instant at) implements OfOrder {}

  /**
   * The goods could not be sent because the buyer blocked the bot; they wait for the buyer.
   *
   * @param order whose
   * @param reason Telegram's words
   * @param at when
   */
  record BuyerUnreachable(OrderId order, String reason, Instant at) implements OfOrder {}

  /**
   * The goods were taken back.
   *
   * @param order whose
   * @param at when
   */
  record GoodsRevoked(OrderId order, Instant at) implements OfOrder {}

  /**
   * Taking the goods back was given up.
   *
   * @param order whose
   * @param reason for a person to read
   * @param at when
   */
  record RevocationFailed(OrderId order, String reason, Instant at) implements OfOrder {}

  /**
   * The merchant, or a policy, asked to send a charge back.
   *
   * @param charge which
   * @param refund the new refund's id
   * @param reason for people to read
   * @param at when
   */
  record RefundRequested(ChargeId charge, RefundId refund, String reason, Instant at)
      implements OfCharge {}

  /**
   * Telegram said that the refund is done.
   *
   * @param charge which
   * @param refund which
   * @param at when
   */
  record RefundConfirmed(ChargeId charge, RefundId refund, Instant at) implements OfCharge {}

  /**
   * Telegram said no to the refund.
   *
   * @param charge which
   * @param refund which
   * @param reason Telegram's words
   * @param at when
   */
  record RefundRefused(ChargeId charge, RefundId refund, String reason, Instant at)
      implements OfCharge {}

  /**
   * The refund was sent and its answer lost.
   *
   * @param charge which
   * @param refund which
   * @param reason what the attempt met
   * @param at when
   */
  record RefundLost(ChargeId charge, RefundId refund, String reason, Instant at)
      implements OfCharge {}

  /**
   * The statement was read from long enough after a refund was lost, and shows none: it was not
   * made, so it is asked for again.
   *
   * @param charge which
   * @param refund which
   * @param at when
   */
  record RefundNotSeen(ChargeId charge, RefundId refund, Instant at) implements OfCharge {}

  /**
   * Telegram told of a refund, asked for by us or by somebody else: {@code refunded_payment}, or a
   * line of the statement.
   *
   * @param refunded the Stars as they are told of
   * @param payload of the invoice
   * @param via who told
   * @param at when it reached us
   */
  record RefundSeen(Charge refunded, Payload payload, Via via, Instant at) implements OfCharge {
    @Override
    public ChargeId charge() {
      return refunded.id();
    }
  }

  /**
   * An update told of a payment of ours that cannot be booked as Stars: another currency, or an
   * amount that no invoice of ours has. Telegram's statement decides what it is worth.
   *
   * @param charge which
   * @param reason for a person to read
   * @param at when it reached us
   */
  record ChargeUnreadable(ChargeId charge, String reason, Instant at) implements OfCharge {}

  /**
   * The statement was read to its end, long enough after a charge was booked, and does not have it:
   * the update that told of it may be forged.
   *
   * @param charge which
   * @param at when
   */
  record ChargeMissing(ChargeId charge, Instant at) implements OfCharge {}

  /**
   * A person decided that Stars without an order are the shop's to keep.
   *
   * @param charge which
   * @param note for people to read
   * @param at when
   */
  record ChargeAccepted(ChargeId charge, String note, Instant at) implements OfCharge {}

  /**
   * The buyer took the Stars back at the store.
   *
   * @param charge which
   * @param at when
   */
  record ChargedBack(ChargeId charge, Instant at) implements OfCharge {}
}
