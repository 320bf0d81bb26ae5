package dev.startill.party;

/**
 * The Telegram user who pays. Immutable.
 *
 * @param value Telegram's user id; it fits 52 bits (<a
 *     href="https://core.telegram.org/bots/api#user">User.id</a>) and is also the id of the private
 *     chat with that user
 */
public record BuyerId(long value) {
  public BuyerId {
    if (value <= 0) {
      throw new IllegalArgumentException("A Telegram user id is positive, but was " + value + ".");
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
