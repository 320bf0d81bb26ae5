package dev.startill.sandbox.world;

/**
 * A buyer. An empty user name or language code means that this person has none; an empty first name
 * is how the Bot API shows a deleted account. Immutable.
 */
public record User(long id, String firstName, String username, String languageCode) {
  /** Whether the account was deleted. */
  public boolean isDeleted() {
    return firstName.isEmpty();
  }
}
