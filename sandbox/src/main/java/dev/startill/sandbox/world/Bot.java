package dev.startill.sandbox.world;

/**
 * A bot: its number, names, environment, and a digest of the one token that opens it.
 *
 * <p>The token itself is never kept: what is not there cannot be printed.
 */
public record Bot(long id, String firstName, String username, boolean test, String tokenDigest) {}
