package dev.startill.sandbox.world;

import java.time.Instant;

/**
 * Stars that a bot's owner takes out through Fragment, which no Bot API method does: the line of
 * the bot's books that tells of it, and when it succeeds by itself.
 */
public record Withdrawal(
    long id, long bot, long stars, String line, WithdrawalState state, Instant due) {

  /** Whether it has not ended. */
  public boolean isPending() {
    return state instanceof WithdrawalState.Pending;
  }

  Withdrawal ended(WithdrawalState how) {
    return new Withdrawal(id, bot, stars, line, how, Instant.MAX);
  }
}
