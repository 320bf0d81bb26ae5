package dev.startill.telegram.http;

import dev.startill.money.Stars;
import dev.startill.payment.ChargeId;
import org.jspecify.annotations.Nullable;

/**
 * What an update says was or is to be paid, field by field as it was met. A checkout must be sound;
 * money that came is told of whatever it looks like, for it is there. For one thread.
 */
final class Money {
  /** What a currency other than Stars may have at most: {@code InputInvoice.cpp} of TDLib. */
  private static final long MOST_OF_ANY = 999_999_999_999L;

  private static final long MOST_STARS = Long.MAX_VALUE / Stars.NANOS_PER_STAR;

  /** 128 bytes by Telegram's documents; what is far longer was never an invoice's. */
  private static final int LONGEST_PAYLOAD = 1024;

  private final String path;
  @Nullable String currency;
  @Nullable String payload;
  @Nullable String charge;
  @Nullable Long amount;

  Money(String path) {
    this.path = path;
  }

  String currency() throws Misfit {
    return Misfit.required(currency, path + ".currency");
  }

  /** May be empty, as far as Telegram tells nothing else of other people's invoices. */
  String payload() throws Misfit {
    var name = path + ".invoice_payload";
    var text = Misfit.required(payload, name);
    return text.isEmpty() ? text : Misfit.notLonger(text, name, LONGEST_PAYLOAD);
  }

  /** As it stands, whoever's it is. */
  String payloadAsIs() throws Misfit {
    return Misfit.required(payload, path + ".invoice_payload");
  }

  /** As it stands; empty, which is no currency, if there is none. */
  String currencyAsIs() {
    return currency == null ? "" : currency;
  }

  /** As it stands; 0, which is no amount of money, if it is no whole number of 64 bits. */
  long amountAsIs() {
    return amount == null ? 0 : amount;
  }

  ChargeId charge() throws Misfit {
    var name = path + ".telegram_payment_charge_id";
    return new ChargeId(Misfit.notLonger(Misfit.required(charge, name), name, ChargeId.MAX_LENGTH));
  }

  long amount() throws Misfit {
    var name = path + ".total_amount";
    var stars = "XTR".equals(currency);
    return Misfit.within(
        Misfit.required(amount, name), name, stars ? 1 : 0, stars ? MOST_STARS : MOST_OF_ANY);
  }
}
