package dev.startill.payment;

import java.util.regex.Pattern;

/**
 * An order's id. It travels in the invoice payload. Immutable.
 *
 * @param value {@code ord_} and a UUIDv7 in Crockford's base32
 */
public record OrderId(String value) {
  private static final Pattern FORM = Pattern.compile("ord_[0-9a-hjkmnp-tv-z]{26}");

  public OrderId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'%s' is not of the form ord_ and 26 letters and digits.".formatted(value));
    }
  }

  /** Whether a text has this id's form. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
