package dev.startill.sandbox.world;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * A rule that Telegram does not document, or that a test may want otherwise: its default, how that
 * is known, what it means and who says so. To add one, add a constant here and a getter to {@link
 * Knobs}; the reference page and {@code /sandbox/knobs} then show it by themselves.
 *
 * <p>A value is a boolean, a Long of 0 or more, a Duration up to a thousand years, or an enum's
 * constant: whatever the default is.
 */
public enum Knob {
  /** A {@link Knobs.BalanceCheck}. */
  BALANCE_CHECK(
      Knobs.BalanceCheck.BEFORE_PRE_CHECKOUT,
      Grounds.ASSUMED,
      "When a buyer's balance is compared with the price. It is always compared again when the"
          + " Stars move.",
      "Nobody tells the order; clients offer to buy Stars before they ask the bot"),
  /** A duration. */
  CHECKOUT_DEADLINE(
      Duration.ofSeconds(10),
      Grounds.DOCUMENTED,
      "How long a bot may think about a pre-checkout query.",
      "core.telegram.org/bots/api#answerprecheckoutquery"),
  /** A duration. */
  MESSAGE_RETENTION(
      Duration.ofHours(24),
      Grounds.DOCUMENTED,
      "How long an unread update waits.",
      "core.telegram.org/bots/api#getting-updates"),
  /** A duration. */
  QUERY_RETENTION(
      Duration.ofSeconds(150),
      Grounds.SOURCE,
      "How long unread pre-checkout, shipping and callback queries wait.",
      "tdlib/telegram-bot-api Client.cpp"),
  /** A number of Stars. */
  STAR_CEILING(
      100_000L,
      Grounds.ASSUMED,
      "The dearest one-off invoice in Stars. 100000 was seen to be accepted and 150000 to be"
          + " refused; where the edge lies is assumed.",
      "a third party's measurement of createInvoiceLink, September 2026"),
  /** A number of characters. */
  TITLE_LIMIT(
      32L,
      Grounds.ASSUMED,
      "Characters of an invoice's title. The limit is documented; the error's name is assumed.",
      "core.telegram.org/bots/api#sendinvoice"),
  /** A number of characters. */
  DESCRIPTION_LIMIT(
      255L,
      Grounds.ASSUMED,
      "Characters of an invoice's description. The limit is documented; the error's name is"
          + " assumed.",
      "core.telegram.org/bots/api#sendinvoice"),
  /** True for 403, false for 400. */
  STRANGERS_ARE_FORBIDDEN(
      true,
      Grounds.ASSUMED,
      "What a bot is told that writes first to a user who never started it: 403 \"bot can't"
          + " initiate conversation with a user\", or when false 400 \"chat not found\", which is"
          + " seen for users whom the bot has never met.",
      "tdlib/telegram-bot-api Client.cpp has both texts"),
  /** True when the balance may fall below zero. */
  REFUNDS_MAY_OVERDRAW(
      true,
      Grounds.ASSUMED,
      "Whether a refund succeeds when the bot's balance is lower; when false it is refused with"
          + " BALANCE_TOO_LOW.",
      "core.telegram.org/bots/api#staramount: the amount may be negative"),
  /** True for USER_ID_INVALID. */
  UNKNOWN_USER_IS_NAMED(
      true,
      Grounds.ASSUMED,
      "What refundStarPayment and editUserStarSubscription answer for a user whom there is not:"
          + " USER_ID_INVALID, or when false as for an unknown charge.",
      "core.telegram.org/method/payments.refundStarsCharge names the error, not what provokes it"),
  /** True for limits. */
  FLOOD_CONTROL(
      false,
      Grounds.OWN,
      "Whether a bot that writes faster than Telegram lets it is answered 429: beyond 30 messages a"
          + " second, 1 a second in a chat, 20 a minute in a group. With it allow_paid_broadcast"
          + " goes beyond the 30 for 0.1 Star a message.",
      "core.telegram.org/bots/faq has the figures; off, so that tests need not wait"),
  /** A number of Stars. */
  PAID_BROADCAST_BALANCE(
      100_000L,
      Grounds.DOCUMENTED,
      "The Stars that a bot must have for a paid broadcast; with less, allow_paid_broadcast changes"
          + " nothing, which is assumed. That it also takes 100000 monthly users is not emulated.",
      "core.telegram.org/bots/faq"),
  /** True when bots are told. */
  CHANNEL_RENEWALS_ARE_TOLD(
      true,
      Grounds.ASSUMED,
      "Whether the renewal of a channel subscription, which moves the member's until_date, is a"
          + " chat_member update.",
      "core.telegram.org/bots/api#chatmembermember has the date, and nobody tells when it moves"),
  /** A number of seconds. */
  SUBSCRIPTION_PERIOD(
      2_592_000L,
      Grounds.DOCUMENTED,
      "The one period that a subscription may have, in seconds.",
      "core.telegram.org/bots/api#createinvoicelink"),
  /** A number of Stars. */
  SUBSCRIPTION_CEILING(
      10_000L,
      Grounds.DOCUMENTED,
      "The dearest subscription in Stars; above it the answer is SUBSCRIPTION_AMOUNT_INVALID.",
      "core.telegram.org/bots/api#createinvoicelink; the name measured by a third party"),
  /** True when both marks are set. */
  FIRST_IS_RECURRING(
      true,
      Grounds.ASSUMED,
      "Whether a subscription's first payment has is_recurring beside is_first_recurring.",
      "core.telegram.org/bots/api#successfulpayment calls every payment for a subscription so"),
  /** True when a pre-checkout query comes. */
  RENEWALS_ASK(
      false,
      Grounds.ASSUMED,
      "Whether the bot is asked by a pre-checkout query before a subscription renews.",
      "none is documented"),
  /** A duration. */
  RENEWAL_RETRY_EVERY(
      Duration.ofHours(1),
      Grounds.ASSUMED,
      "How often a renewal is tried again that found too few Stars; at least a second.",
      "nobody tells"),
  /** A duration. */
  RENEWAL_RETRY_WINDOW(
      Duration.ofDays(1),
      Grounds.ASSUMED,
      "For how long that goes on before the subscription is over; zero for not at all. The bot is"
          + " told of the first failure only.",
      "nobody tells"),
  /** False before Bot API 10.2. */
  SUBSCRIPTION_UPDATES(
      true,
      Grounds.DOCUMENTED,
      "Whether bots get subscription updates; they came with Bot API 10.2.",
      "core.telegram.org/bots/api#botsubscriptionupdated"),
  /** True when an update comes. */
  BOT_CANCEL_IS_TOLD(
      false,
      Grounds.ASSUMED,
      "Whether a bot that cancels by editUserStarSubscription gets a subscription update too.",
      "nobody tells"),
  /** True when it ends. */
  REFUND_ENDS_SUBSCRIPTION(
      false,
      Grounds.ASSUMED,
      "Whether the refund of one of its charges ends a subscription at once.",
      "nobody tells"),
  /** A {@link StarKnobs.ChargebackLine}. */
  CHARGEBACK_LINE(
      StarKnobs.ChargebackLine.AS_REFUND,
      Grounds.ASSUMED,
      "What getStarTransactions shows of a chargeback: a line like a refund's, with the charge's"
          + " identifier, or one to another partner with an identifier of its own. No update tells"
          + " of it either way.",
      "nobody tells"),
  /** A number of Stars. */
  WITHDRAWAL_MINIMUM(
      1_000L,
      Grounds.SOURCE,
      "The fewest Stars that can be withdrawn.",
      "tdlib/td OptionManager.cpp, star_withdrawal_count_min"),
  /** A duration. */
  WITHDRAWAL_TIME(
      Duration.ofMinutes(15),
      Grounds.ASSUMED,
      "How long a withdrawal is pending before it succeeds by itself.",
      "nobody tells"),
  /** A number of messages. */
  CHAT_HISTORY(
      10_000L,
      Grounds.OWN,
      "Messages kept in a chat; older ones are forgotten. Counts for chats opened afterwards.",
      "bounds the sandbox's memory"),
  /** A number of messages. */
  HISTORY(
      20_000L,
      Grounds.OWN,
      "Messages kept in all chats together; older ones are forgotten.",
      "bounds the sandbox's memory"),
  /** True when eager polls are slowed down. */
  POLLING_SLOWED(
      false,
      Grounds.SOURCE,
      "Whether a bot that polls again from the same offset within three seconds waits for them, and"
          + " gets one update within half a second; and whether of several conflicts in a row the"
          + " later ones are told three seconds late. Telegram does; off, for it makes tests wait.",
      "tdlib/telegram-bot-api Client.cpp"),
  /** True when the numbers begin anew. */
  UPDATE_IDS_RESTART(
      false,
      Grounds.DOCUMENTED,
      "Whether update_id goes on from a random number after a week without updates, as Telegram's"
          + " may. Off, for few want it whenever a test moves the clock.",
      "core.telegram.org/bots/api#update");

  /** Far from where sums of times end. */
  private static final Duration LONGEST = Duration.ofDays(365_000);

  @SuppressWarnings("ImmutableEnumChecker") // a boolean, a number, a duration or a constant
  private final Object byDefault;

  private final Grounds grounds;
  private final String meaning;
  private final String source;

  Knob(Object byDefault, Grounds grounds, String meaning, String source) {
    this.byDefault = byDefault;
    this.grounds = grounds;
    this.meaning = meaning;
    this.source = source;
  }

  /**
   * The knob of that name.
   *
   * @throws Refusal 400 when there is none
   */
  public static Knob named(String name) {
    return Arrays.stream(values())
        .filter(knob -> knob.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "no knob \"" + name + "\"; GET /sandbox/knobs lists those there are"));
  }

  /** Its name outside, as {@code balance_check}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What holds unless somebody turns it. */
  public Object byDefault() {
    return byDefault;
  }

  /** How the default is known. */
  public Grounds grounds() {
    return grounds;
  }

  /** What it decides. */
  public String meaning() {
    return meaning;
  }

  /** Who says so. */
  public String source() {
    return source;
  }

  /** A value as {@link #read} reads it. */
  public static String written(Object value) {
    return value instanceof Enum<?> choice
        ? choice.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  /**
   * A value from its text: true, 42, PT10S, before_pre_checkout.
   *
   * @throws Refusal 400 when this knob takes no such value
   */
  public Object read(String text) {
    try {
      var value = parsed(text);
      check(value);
      return value;
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw Refusal.badRequest("\"" + word() + "\" takes " + takes());
    }
  }

  /** What it takes, in words. */
  public String takes() {
    return switch (byDefault) {
      case Boolean b -> "true or false";
      case Long l -> "a whole number, 0 or more";
      case Duration d -> "an ISO 8601 duration, as PT10S";
      case Enum<?> e ->
          String.join(
              " or ",
              Arrays.stream(e.getDeclaringClass().getEnumConstants()).map(Knob::written).toList());
      default -> throw new IllegalStateException(name());
    };
  }

  /** That a value is of this knob's kind and not negative. */
  void check(Object value) {
    boolean outside =
        (value instanceof Long number && number < 0)
            || (value instanceof Duration length
                && (length.isNegative() || length.compareTo(LONGEST) > 0));
    if (outside || !value.getClass().equals(byDefault.getClass())) {
      throw new IllegalArgumentException("\"" + word() + "\" takes " + takes());
    }
  }

  private Object parsed(String text) {
    return switch (byDefault) {
      case Boolean b -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw new IllegalArgumentException(text);
        }
        yield text.equals("true");
      }
      case Long l -> Long.parseLong(text);
      case Duration d -> Duration.parse(text);
      case Enum<?> e ->
          Arrays.stream(e.getDeclaringClass().getEnumConstants())
              .filter(choice -> written(choice).equals(text))
              .findFirst()
              .orElseThrow(IllegalArgumentException::new);
      default -> throw new IllegalStateException(name());
    };
  }
}
