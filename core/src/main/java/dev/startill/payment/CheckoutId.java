package dev.startill.payment;

/**
 * Telegram's id of a {@code pre_checkout_query}, under which it awaits the answer for ten seconds.
 * Immutable.
 *
 * @param value a decimal number as text, as Telegram sent it
 */
public record CheckoutId(String value) {
  public CheckoutId {
    if (value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("A checkout id has 1 to 64 characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
