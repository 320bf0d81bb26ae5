package dev.startill.sandbox.world;

/**
 * A bot: its number, names, environment, a digest of the one token that opens it, and whether its
 * privacy mode is off, so that it hears all that is said in its groups.
 *
 * <p>The token itself is never kept: what is not there cannot be printed.
 */
public record Bot(
    long id,
    String firstName,
    String username,
    boolean test,
    String tokenDigest,
    boolean readsGroups) {}
