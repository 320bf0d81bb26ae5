package dev.startill.sandbox.world;

import java.time.Instant;

/**
 * A pre-checkout query that waits for its bot. Telegram gives the bot ten seconds
 * (core.telegram.org/bots/api#answerprecheckoutquery); at {@code deadline} the payment fails and
 * the bot is told nothing.
 */
public record Checkout(
    long id, long payment, long bot, long user, Invoice invoice, Instant deadline) {}
