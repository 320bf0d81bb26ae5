package dev.startill.intake;

import dev.startill.payment.Answer;
import java.util.Optional;

/**
 * What became of an update. Immutable.
 *
 * @param ours whether it was about a payment that is ours to handle
 * @param answer what Telegram must be told at once
 */
public record Received(boolean ours, Optional<Answer> answer) {
  /** Somebody else's business. */
  static final Received FOREIGN = new Received(false, Optional.empty());

  /** Ours, and done. */
  static final Received DONE = new Received(true, Optional.empty());

  static Received saying(Answer answer) {
    return new Received(true, Optional.of(answer));
  }
}
