package dev.startill.sandbox.world;

/**
 * A line of a bot's statement. The amount is positive either way; {@code incoming} gives the
 * direction. A refund is an outgoing line with the identifier of its payment.
 */
public record StarTransaction(
    String id, boolean incoming, long amount, long date, long user, String payload) {}
