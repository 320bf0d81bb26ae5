package dev.startill.sandbox.world;

/** A buyer. An empty user name or language code means that this person has none. Immutable. */
public record User(long id, String firstName, String username, String languageCode) {}
