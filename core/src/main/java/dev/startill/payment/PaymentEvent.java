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

  /** Found by the charge's id. */
  sealed interface OfCharge extends PaymentEvent {
    /** The charge that it happened to. */
    ChargeId charge();
  }

  /**
   * A buyer asked for an invoice. The open order of that buyer and product, if there is one, is its
   * home.
   *
   * @param buyer who asked
   * @param terms what is offered now
   * @param at when
   */
  record InvoiceRequested(BuyerId buyer, Terms terms, Instant at) implements OfOrder {}

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
   * Stars arrived: {@code successful_payment}.
   *
   * @param charge the Stars
   * @param payload of the invoice
   * @param at when it reached us
   */
  record ChargeReceived(Charge charge, Payload payload, Instant at) implements OfOrder {}

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
   * @param at when
   */
  record FulfilmentFailed(OrderId order, String reason, Instant at) implements OfOrder {}

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
   * @param at when
   */
  record RefundLost(ChargeId charge, RefundId refund, Instant at) implements OfCharge {}

  /**
   * Telegram told of a refund: {@code refunded_payment}, asked for by us or by somebody else.
   *
   * @param refunded the Stars as the update has them
   * @param payload of the invoice
   * @param at when it reached us
   */
  record RefundSeen(Charge refunded, Payload payload, Instant at) implements OfCharge {
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
   * The buyer took the Stars back at the store.
   *
   * @param charge which
   * @param at when
   */
  record ChargedBack(ChargeId charge, Instant at) implements OfCharge {}
}
