package dev.startill.server.words;

import dev.startill.RefundAnswer;
import dev.startill.catalog.Delivery;
import dev.startill.ledger.Account;
import dev.startill.money.Nanostars;
import dev.startill.money.Stars;
import dev.startill.payment.Answer;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What things are called on the pages, and whether they are good or bad news. */
public final class Wording {
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("InvoiceRequested", "The buyer asked for an invoice"),
          Map.entry("OrderRequested", "A link to an invoice was made"),
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
          Map.entry("RefundNotSeen", "The statement shows no refund, so it was not made"),
          Map.entry("RefundSeen", "Telegram told of a refund"),
          Map.entry("HandOverAsked", "Somebody asked to hand the goods over again"),
          Map.entry("RevocationFailed", "Taking the goods back was given up"),
          Map.entry("ChargeMissing", "Telegram's statement does not have this payment"),
          Map.entry("ChargeAccepted", "Somebody kept the Stars as a sale"),
          Map.entry("ChargeUnreadable", "Stars came that cannot be booked"),
          Map.entry("ChargedBack", "The buyer took the Stars back"));

  /** As intake notes a checkout that was answered "no". */
  private static final Pattern DECLINED = Pattern.compile("declined (-?\\d+): ([A-Z_]+)");

  /** As the history of a stray charge begins. */
  private static final Pattern STRAY = Pattern.compile("^([A-Z]+_CHARGE), ");

  /** As the history marks a charge that only the statement told of. */
  private static final String RECOVERED = "recovered from the statement";

  private Wording() {}

  /** What happened, by the name of the event. */
  public static String event(String name) {
    return EVENTS.getOrDefault(name, name);
  }

  /** What the history says beyond an event's name, without our own shorthand. */
  public static String detail(String written) {
    var declined = DECLINED.matcher(written);
    if (declined.matches()) {
      return "declined buyer %s: %s".formatted(declined.group(1), declined(declined.group(2)));
    }
    var stray = STRAY.matcher(written);
    return stray.lookingAt()
        ? constant(CaseReason.class, stray.group(1)).map(Wording::reason).orElse(stray.group(1))
            + ", payload "
            + written.substring(stray.end())
        : written;
  }

  /** What a case says beyond its reason, which stands above it. */
  public static String caseDetail(String written) {
    return STRAY.matcher(written).replaceFirst("payload ");
  }

  /** Whether a line of the history tells of a charge that no update told of. */
  public static boolean isRecovery(String detail) {
    return detail.contains(RECOVERED);
  }

  private static String declined(String reason) {
    return constant(Answer.Reason.class, reason)
        .map(
            known ->
                switch (known) {
                  case UNKNOWN_ORDER -> "no such invoice is known";
                  case EXPIRED -> "the invoice had expired";
                  case ALREADY_PAID -> "the order was paid already";
                  case SOMEBODY_ELSES -> "the invoice is somebody else's";
                  case WRONG_AMOUNT -> "the amount was not the invoice's";
                  case SOLD_OUT -> "it was sold out";
                  case CLOSED -> "the offer had ended";
                  case NOT_RECORDED -> "it could not be recorded in time";
                })
        .orElse(reason);
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(name)).findFirst();
  }

  /** The one word of a state. */
  public static String word(String state) {
    return switch (state) {
      case "MISSING" -> "not on the statement";
      case "TAKENBACK" -> "taken back";
      default -> state.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** How a state's word is to be taken, whoever wrote it. */
  public static String tone(String state) {
    return switch (state) {
      case "FULFILLED" -> "good";
      case "APPROVED", "PAID", "REFUNDING", "RETURNING", "UNKNOWN", "KEPT" -> "busy";
      case "CHARGED_BACK", "TAKENBACK", "MISSING" -> "bad";
      default -> "calm";
    };
  }

  /** How an order's state is to be taken. */
  public static String tone(Order order) {
    return order instanceof Order.Paid paid && paid.goods() == Goods.FAILED
        ? "bad"
        : tone(order.word().name());
  }

  /** An amount that a price can have. */
  public static String stars(Stars stars) {
    return "⭐ " + count(stars.count());
  }

  /** Nanostars as Stars; what is no whole Star is shown to the last digit. */
  public static String nanostars(long nanostars) {
    var whole = count(Math.abs(nanostars / Stars.NANOS_PER_STAR));
    var amount = whole + Nanostars.fraction(nanostars);
    return nanostars < 0 ? "⭐ -" + amount : "⭐ " + amount;
  }

  /** What an account inside is to its owner. */
  public static String account(Account account) {
    return switch (account) {
      case SALES -> "Sales";
      case SUSPENSE -> "Stray payments";
      case FOREIGN -> "Other code of this bot";
      case REFUNDING -> "Going back";
      case WITHDRAWALS -> "Withdrawn";
      case ADS -> "Telegram Ads";
      case BROADCASTS -> "Paid broadcasts";
      case GIFTS -> "Gifts and Premium";
      case COMMISSIONS -> "Affiliates";
      case OTHER -> "Everything else";
      case UNEXPLAINED -> "Unexplained";
      case BUYER, FRAGMENT, WORLD -> "Outside";
    };
  }

  /** US dollars to the cent. */
  public static String dollars(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN))
        .replace(',', ' ');
  }

  /** A number with its thousands apart. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** So many things, one of which has this name. */
  public static String counted(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** What reaches the buyer. */
  public static String delivery(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Text text -> "a text";
      case Delivery.File file -> "the file " + file.location();
      case Delivery.Code code -> "a one-time code";
      case Delivery.Handler handler -> "the handler " + handler.name();
    };
  }

  /** Where the goods are. */
  public static String goods(Goods goods) {
    return switch (goods) {
      case OWED -> "on their way";
      case HANDED_OVER -> "with the buyer";
      case FAILED -> "given up on";
      case REVOKED -> "taken back";
    };
  }

  /** Where the Stars are. */
  public static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Kept kept -> "with you";
      case Standing.Returning returning -> "going back";
      case Standing.Unknown unknown -> "perhaps going back";
      case Standing.Returned returned -> "back with the buyer";
      case Standing.TakenBack taken -> "taken back by the buyer";
      case Standing.Missing missing -> "not on Telegram's statement";
    };
  }

  /** What came of the wish to send a charge back. */
  public static String refund(RefundAnswer answer) {
    return switch (answer) {
      case REQUESTED -> "The refund is asked for. What comes of it shows here within seconds.";
      case UNDER_WAY -> "A refund of this charge is under way already.";
      case RETURNED -> "These Stars went back before.";
      case TAKEN_BACK -> "The buyer took these Stars back at the store: nothing is left to send.";
      case MISSING -> "Telegram's statement does not have this charge: nothing can be sent back.";
      case TOO_LATE ->
          "It was paid longer ago than this shop sends charges back (refunds.window). Telegram was"
              + " not asked.";
      case UNKNOWN_CHARGE -> "No charge of this shop has this id.";
    };
  }

  /** What came of sending messages again. */
  public static String replayed(int sent, int refused) {
    var left = sent == 1 ? "1 message leaves" : count(sent) + " messages leave";
    var stay =
        refused == 0
            ? "."
            : refused == 1
                ? "; 1 stays, for what it is about has moved on."
                : "; %s stay, for what they are about has moved on.".formatted(count(refused));
    return left + " once more" + stay;
  }

  /** How many messages are still to be sent. */
  public static String waiting(long messages) {
    return messages == 0
        ? "No message waits to be sent."
        : messages == 1
            ? "1 message waits to be sent."
            : count(messages) + " messages wait to be sent.";
  }

  /** Why Stars pay for no order. */
  public static String why(StrayCharge.Why why) {
    return switch (why) {
      case OWNERLESS -> "for an order that is not known here";
      case SECOND -> "for an order that was already paid";
      case MISMATCHED -> "that do not fit their order";
      case ACCEPTED -> "kept as a sale by decision";
    };
  }

  /** Why a person must look. */
  public static String reason(CaseReason reason) {
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
      case NOT_ON_STATEMENT -> "A payment that Telegram's statement does not have";
      case STATEMENT_SHRANK -> "Telegram's statement is not what it was";
      case BALANCE_DIFFERS -> "Telegram holds another sum than the ledger";
      case CHARGED_BACK -> "The buyer took the Stars back";
      case RETURNED_TWICE -> "The same Stars left twice";
    };
  }
}
