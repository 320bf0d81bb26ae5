package dev.startill.payment;

/**
 * An order's id. It travels in the invoice payload. Immutable.
 *
 * @param value {@code ord_} and a UUIDv7 in Crockford's base32
 */
public record OrderId(String value) {
  private static final String PREFIX = "ord_";

  public OrderId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'%s' is not of the form ord_ and 26 letters and digits.".formatted(value));
    }
  }

  /** Whether a text has this id's form. */
  public static boolean isOne(String text) {
    return IdForm.isOne(PREFIX, text);
  }

  @Override
  public String toString() {
    return value;
  }
}
