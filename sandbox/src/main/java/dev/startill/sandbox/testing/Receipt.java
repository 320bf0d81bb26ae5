package dev.startill.sandbox.testing;

/**
 * A payment as it stands in the buyer's chat: what was charged for which payload, and whether the
 * Stars have come back since.
 */
public record Receipt(String chargeId, long stars, String payload, boolean refunded) {}
