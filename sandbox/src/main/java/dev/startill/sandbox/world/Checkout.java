package dev.startill.sandbox.world;

import java.time.Instant;

/**
 * A pre-checkout query that waits for its bot. Telegram gives the bot ten seconds
 * (core.telegram.org/bots/api#answerprecheckoutquery); at {@code deadline} the payment fails and
 * the bot is told nothing. {@code subscription} is 0, or the number of the one that is renewed.
 */
public record Checkout(
    long id,
    long payment,
    long bot,
    long user,
    Invoice invoice,
    Instant deadline,
    long subscription) {

  Checkout renewing(long number) {
    return new Checkout(id, payment, bot, user, invoice, deadline, number);
  }
}
