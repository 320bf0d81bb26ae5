package dev.startill.sandbox.world;

/**
 * Stars that a bot received: the two identifiers, who paid for what, when (Unix seconds), and which
 * period of a subscription, if it is one.
 */
public record Charge(
    String id, String providerId, long bot, long user, Invoice invoice, long date, Period period) {}
