package dev.startill.outbox;

import dev.startill.port.Reply;
import java.time.Duration;
import java.util.Optional;

/** What one attempt to deliver a message came to. Immutable. */
sealed interface Outcome {
  /** The world has it. */
  record Delivered() implements Outcome {}

  /** What came of it is in the books already. */
  record Recorded() implements Outcome {}

  /**
   * Try again.
   *
   * @param after how long the world asks to wait, if it does
   * @param because what the attempt met
   * @param uncertain whether the world may have it nevertheless
   */
  record TryAgain(Optional<Duration> after, String because, boolean uncertain) implements Outcome {}

  /**
   * Nobody knows whether the world did it, and it must not be tried again before the statement
   * tells: a refund.
   *
   * @param because what the attempt met
   */
  record Lost(String because) implements Outcome {}

  /**
   * There is nothing to say any more.
   *
   * @param because what came between
   */
  record Obsolete(String because) implements Outcome {}

  /**
   * The buyer cannot be written to until the buyer writes.
   *
   * @param because Telegram's words
   */
  record Unreachable(String because) implements Outcome {}

  /**
   * No further attempt can succeed.
   *
   * @param because what the attempt met
   */
  record Hopeless(String because) implements Outcome {}

  /** What a reply of Telegram means for a message. */
  static Outcome of(Reply reply) {
    return switch (reply) {
      case Reply.Done done -> new Delivered();
      case Reply.Later later ->
          new TryAgain(Optional.of(later.retryAfter()), "Telegram asks for patience", false);
      case Reply.Unreachable unreachable -> new Unreachable(unreachable.description());
      case Reply.Refused refused -> refused(refused);
      case Reply.Unsent unsent -> new TryAgain(Optional.empty(), unsent.why(), false);
      case Reply.Unknown unknown -> new TryAgain(Optional.empty(), unknown.why(), true);
    };
  }

  /**
   * What a reply means for a refund. That it was refunded already is no failure and no proof: in
   * January 2025 it was the answer to refunds that had just succeeded (<a
   * href="https://github.com/tdlib/telegram-bot-api/issues/690">tdlib/telegram-bot-api#690</a>).
   */
  static Outcome ofRefund(Reply reply) {
    return switch (reply) {
      case Reply.Unknown unknown -> new Lost(unknown.why());
      case Reply.Unreachable unreachable -> new Hopeless(unreachable.description());
      case Reply.Done done -> of(done);
      case Reply.Later later -> of(later);
      case Reply.Refused refused ->
          refused.description().contains(ALREADY_REFUNDED)
              ? new Lost(
                  "Telegram answered %d: %s".formatted(refused.code(), refused.description()))
              : of(refused);
      case Reply.Unsent unsent -> of(unsent);
    };
  }

  /** Telegram's name of the error; its wording around it may change. */
  String ALREADY_REFUNDED = "CHARGE_ALREADY_REFUNDED";

  /** A 400 is about the message itself; the rest (401, 404, 409) ends when the bot is repaired. */
  private static Outcome refused(Reply.Refused refused) {
    var words = "Telegram answered %d: %s".formatted(refused.code(), refused.description());
    return refused.code() == 400
        ? new Hopeless(words)
        : new TryAgain(Optional.empty(), words, false);
  }
}
