package dev.startill.payment;

/**
 * A refund's id. Immutable.
 *
 * @param value {@code re_} and a UUIDv7 in Crockford's base32
 */
public record RefundId(String value) {
  private static final String PREFIX = "re_";

  public RefundId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'%s' is not of the form re_ and 26 letters and digits.".formatted(value));
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
