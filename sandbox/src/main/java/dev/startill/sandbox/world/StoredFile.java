package dev.startill.sandbox.world;

/**
 * A file that a bot sent. A file sent by address has a {@code url} and no bytes: the sandbox never
 * fetches anything from the internet.
 */
public record StoredFile(
    String id, String uniqueId, String name, String mimeType, long size, String url) {}
