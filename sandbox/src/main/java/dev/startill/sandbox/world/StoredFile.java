package dev.startill.sandbox.world;

/**
 * A file that a bot or a user sent. A file sent by address has a {@code url} and no bytes: the
 * sandbox never fetches anything from the internet. {@code path} is where it is downloaded.
 */
public record StoredFile(
    String id,
    String uniqueId,
    String name,
    String mimeType,
    long size,
    String url,
    Media media,
    String path) {}
