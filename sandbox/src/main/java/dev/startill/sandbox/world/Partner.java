package dev.startill.sandbox.world;

/**
 * The other side of a line in somebody's books: the partners of
 * core.telegram.org/bots/api#transactionpartner, without affiliate programs. Objects that are only
 * handed through (gifts, media) stay the JSON text that the Bot API shows.
 */
public sealed interface Partner {
  /** A person, or in a person's own books the bot. */
  record User(long user, Purpose purpose) implements Partner {}

  /** A channel or a supergroup; the gift that it was given is JSON text, or empty. */
  record Chat(long chat, String gift) implements Partner {}

  /** A withdrawal, or without a state what came (back) from Fragment. */
  record Fragment(WithdrawalState state) implements Partner {}

  /** Stars spent for Telegram Ads. */
  record TelegramAds() implements Partner {}

  /** Messages beyond the free rate, at a tenth of a Star each. */
  record TelegramApi(int requestCount) implements Partner {}

  /** Anything that the Bot API has no name for. */
  record Other() implements Partner {}

  /** Where a person buys Stars; it stands in people's books alone, so no bot ever reads it. */
  record Store() implements Partner {}

  /** What a person paid for, or was paid for: {@code transaction_type}. */
  sealed interface Purpose {
    /** An invoice; the period is in seconds, 0 for a single payment. */
    record Invoice(String payload, int subscriptionPeriod) implements Purpose {}

    /** Paid media, as the JSON text of an array of PaidMedia; the payload may be empty. */
    record Media(String media, String payload) implements Purpose {}

    /** A gift, as JSON text. */
    record Gift(String gift) implements Purpose {}

    /** Telegram Premium for so many months. */
    record Premium(int months) implements Purpose {}

    /** Stars that moved from a business account to its bot. */
    record BusinessTransfer() implements Purpose {}
  }
}
