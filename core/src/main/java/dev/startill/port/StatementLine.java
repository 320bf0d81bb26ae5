package dev.startill.port;

import dev.startill.party.BuyerId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of Telegram's statement: a {@code StarTransaction} of {@code getStarTransactions}, <a
 * href="https://core.telegram.org/bots/api#startransaction">as documented</a>. Its id and its way
 * together are unique; a refund has the id of the charge that it sends back. Every line that
 * Telegram has is one here, so that an offset counts lines: what of it cannot be read is missing, a
 * line without an id, an amount or a way is {@link Purpose#OTHER}, and without an amount or a way
 * it is of 0 nanostars. Immutable.
 *
 * @param id {@code id}; of a payment by invoice, {@code telegram_payment_charge_id}; where it
 *     cannot be read, {@code unreadable:} and how many lines are before it
 * @param way whether the Stars came or went
 * @param at {@code date}, in whole seconds; 1970 where it cannot be read
 * @param nanostars how much, never negative: {@code amount} and {@code nanostar_amount} together
 * @param purpose what for, as far as Telegram says
 * @param party the user on the other side, where there is one
 * @param payload {@code invoice_payload}, where there is one
 * @param commission nanostars that an affiliate got of it, or gave back of it where it went; 0 for
 *     none, never negative
 * @param withdrawal how far a withdrawal got
 * @param note what else Telegram says of it, for people: an unknown kind of partner, say
 */
public record StatementLine(
    String id,
    Way way,
    Instant at,
    long nanostars,
    Purpose purpose,
    Optional<BuyerId> party,
    Optional<String> payload,
    long commission,
    Withdrawal withdrawal,
    String note) {

  /** Whether {@code source} or {@code receiver} is given. */
  public enum Way {
    CAME,
    WENT
  }

  /**
   * What Stars came or went for: the partner's {@code type}, and a user's {@code transaction_type}.
   */
  public enum Purpose {
    /** A payment by invoice that came, or its refund that went. */
    INVOICE,
    PAID_MEDIA,
    GIFT,
    PREMIUM,
    BUSINESS_TRANSFER,
    CHAT,
    AFFILIATE_PROGRAM,
    /** To Fragment, or back from it. */
    WITHDRAWAL,
    ADS,
    /** {@code telegram_api}: messages beyond the free rate. */
    PAID_BROADCAST,
    /** What Telegram calls {@code other}, or by a name that this version does not know. */
    OTHER
  }

  /** {@code withdrawal_state}. */
  public enum Withdrawal {
    /** Not a withdrawal, or Stars that came back from one. */
    NONE,
    PENDING,
    SUCCEEDED,
    FAILED
  }
}
