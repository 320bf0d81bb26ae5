package dev.startill.party;

/**
 * The bot that is paid: the number before the colon of its token, never the token itself. The first
 * column of every key in the store. Immutable.
 *
 * @param value Telegram's user id of the bot
 */
public record BotId(long value) {
  public BotId {
    if (value <= 0) {
      throw new IllegalArgumentException("A bot's id is positive, but was " + value + ".");
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
