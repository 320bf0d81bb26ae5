package dev.startill.server.pages;

import dev.startill.catalog.Delivery;
import dev.startill.money.Stars;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import java.util.Locale;
import java.util.Map;

/** What things are called on the pages, and whether they are good or bad news. */
final class Wording {
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("InvoiceRequested", "The buyer asked for an invoice"),
          Map.entry("LinkRequested", "A link was made"),
          Map.entry("LinkClosed", "The link was closed"),
          Map.entry("CheckoutArrived", "The buyer opened the payment"),
          Map.entry("CheckoutUnanswered", "Telegram did not take our answer in time"),
          Map.entry("ChargeReceived", "The Stars arrived"),
          Map.entry("HoldLapsed", "The payment was not finished"),
          Map.entry("ValidityEnded", "The invoice expired"),
          Map.entry("InvoiceSent", "The invoice was sent"),
          Map.entry("GoodsHandedOver", "The goods were handed over"),
          Map.entry("FulfilmentFailed", "Handing over was given up"),
          Map.entry("BuyerUnreachable", "The buyer cannot be reached"),
          Map.entry("GoodsRevoked", "The goods were taken back"),
          Map.entry("RefundRequested", "A refund was asked for"),
          Map.entry("RefundConfirmed", "The Stars went back"),
          Map.entry("RefundRefused", "Telegram refused the refund"),
          Map.entry("RefundLost", "Nobody knows yet whether the refund was made"),
          Map.entry("ChargedBack", "The buyer took the Stars back"));

  private Wording() {}

  static String event(String name) {
    return EVENTS.getOrDefault(name, name);
  }

  static String word(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How a state's word is to be taken, whoever wrote it. */
  static String tone(String state) {
    return switch (state) {
      case "FULFILLED" -> "good";
      case "APPROVED", "PAID", "REFUNDING", "RETURNING", "UNKNOWN", "KEPT" -> "busy";
      case "CHARGED_BACK", "TAKENBACK" -> "bad";
      default -> "calm";
    };
  }

  static String tone(Order order) {
    return order instanceof Order.Paid paid && paid.goods() == Goods.FAILED
        ? "bad"
        : tone(order.word().name());
  }

  static String stars(Stars stars) {
    return "⭐ " + count(stars.count());
  }

  /** Nanostars as Stars; what is no whole Star is shown to the last digit. */
  static String nanostars(long nanostars) {
    var part = Math.abs(nanostars % Stars.NANOS_PER_STAR);
    var whole = "⭐ " + count(nanostars / Stars.NANOS_PER_STAR);
    return part == 0 ? whole : whole + ".%09d".formatted(part);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  static String delivery(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Text text -> "a text";
      case Delivery.File file -> "the file " + file.location();
      case Delivery.Code code -> "a one-time code";
      case Delivery.Handler handler -> "the handler " + handler.name();
    };
  }

  static String goods(Goods goods) {
    return switch (goods) {
      case OWED -> "on their way";
      case HANDED_OVER -> "with the buyer";
      case FAILED -> "given up on";
      case REVOKED -> "taken back";
    };
  }

  static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Kept kept -> "with you";
      case Standing.Returning returning -> "going back";
      case Standing.Unknown unknown -> "perhaps going back";
      case Standing.Returned returned -> "back with the buyer";
      case Standing.TakenBack taken -> "taken back by the buyer";
      case Standing.Missing missing -> "not on Telegram's statement";
    };
  }

  static String why(StrayCharge.Why why) {
    return switch (why) {
      case OWNERLESS -> "for an order that is not known here";
      case SECOND -> "for an order that was already paid";
      case MISMATCHED -> "that do not fit their order";
      case ACCEPTED -> "kept as a sale by decision";
    };
  }

  static String reason(CaseReason reason) {
    return switch (reason) {
      case OWNERLESS_CHARGE -> "Stars came for an order that is not known here";
      case SECOND_CHARGE -> "An order was paid twice";
      case MISMATCHED_CHARGE -> "Stars came that do not fit their order";
      case UNREADABLE_CHARGE -> "Stars came that cannot be booked";
      case SOLD_OUT_AFTER_PAYMENT -> "Paid after the last code was gone";
      case FULFILMENT_FAILED -> "The goods could not be handed over";
      case BUYER_UNREACHABLE -> "The buyer has blocked the bot; the goods wait";
      case REFUND_REFUSED -> "Telegram refused a refund";
      case REFUND_UNKNOWN -> "Nobody knows yet whether a refund was made";
      case REFUND_NOT_OURS -> "A refund that nobody here asked for";
      case REVOCATION_FAILED -> "The goods could not be taken back";
      case NOT_ON_STATEMENT -> "Telegram's statement does not have a payment";
      case STATEMENT_SHRANK -> "Telegram's statement is not what was read of it";
      case BALANCE_DIFFERS -> "Telegram holds another number of Stars than the books";
      case CHARGED_BACK -> "The buyer took the Stars back";
      case RETURNED_TWICE -> "The same Stars left twice";
    };
  }
}
