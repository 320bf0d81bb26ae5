package dev.startill.payment;

/**
 * Telegram's {@code telegram_payment_charge_id}: with the bot's id, the key by which a charge is
 * seen once. Text without a fixed length; a real one had 131 characters. Immutable.
 *
 * @param value as Telegram sent it, not empty
 */
public record ChargeId(String value) {
  /** Far above what was ever seen; a longer one is no charge id but somebody's attack. */
  public static final int MAX_LENGTH = 1024;

  public ChargeId {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A charge id has 1 to %d characters.".formatted(MAX_LENGTH));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
