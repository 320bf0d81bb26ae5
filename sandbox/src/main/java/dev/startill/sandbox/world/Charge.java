package dev.startill.sandbox.world;

/** Stars that a bot received: the two identifiers, who paid for what, and when (Unix seconds). */
public record Charge(
    String id, String providerId, long bot, long user, Invoice invoice, long date) {}
