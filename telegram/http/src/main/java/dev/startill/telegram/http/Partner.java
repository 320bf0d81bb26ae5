package dev.startill.telegram.http;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://core.telegram.org/bots/api#transactionpartner">TransactionPartner</a>, field
 * by field as it was met, and what it says of the purpose. For one thread.
 */
final class Partner {
  private static final int LONGEST_NAME = 64;

  @Nullable String type;
  @Nullable String transactionType;
  @Nullable Long user;
  @Nullable String payload;
  long commission;
  long commissionNanos;
  Withdrawal withdrawal = Withdrawal.NONE;
  private final List<String> notes = new ArrayList<>();

  /** For people, and about this partner. */
  void note(String what) {
    notes.add(what);
  }

  /** Strangers' words, for people: cut short. */
  void quote(String what, String words) {
    notes.add("%s '%s'".formatted(what, Texts.bounded(words, LONGEST_NAME)));
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  Optional<BuyerId> party() {
    return user == null || user < 1 ? Optional.empty() : Optional.of(new BuyerId(user));
  }

  /**
   * What an affiliate got, or with a refund gave back, in nanostars; Telegram's sign says which.
   */
  long commission() {
    return Math.abs(commission * Stars.NANOS_PER_STAR + commissionNanos);
  }

  /** Says so in the notes if Telegram calls it by a name that is not known here. */
  Purpose purpose() {
    return switch (type == null ? "" : type) {
      case "user" -> purposeOfUser();
      case "chat" -> Purpose.CHAT;
      case "affiliate_program" -> Purpose.AFFILIATE_PROGRAM;
      case "fragment" -> Purpose.WITHDRAWAL;
      case "telegram_ads" -> Purpose.ADS;
      case "telegram_api" -> Purpose.PAID_BROADCAST;
      case "other" -> Purpose.OTHER;
      default -> other("partner", type);
    };
  }

  /** Servers before Bot API 9.0 have no {@code transaction_type}: then the payload tells. */
  private Purpose purposeOfUser() {
    if (transactionType == null && payload != null) {
      return Purpose.INVOICE;
    }
    return switch (transactionType == null ? "" : transactionType) {
      case "invoice_payment" -> Purpose.INVOICE;
      case "paid_media_payment" -> Purpose.PAID_MEDIA;
      case "gift_purchase" -> Purpose.GIFT;
      case "premium_purchase" -> Purpose.PREMIUM;
      case "business_account_transfer" -> Purpose.BUSINESS_TRANSFER;
      default -> other("transaction", transactionType);
    };
  }

  private Purpose other(String what, @Nullable String unknown) {
    if (unknown == null) {
      note(what + " without a type");
    } else {
      quote(what + " of type", unknown);
    }
    return Purpose.OTHER;
  }
}
