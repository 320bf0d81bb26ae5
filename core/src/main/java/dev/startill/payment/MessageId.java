package dev.startill.payment;

import java.util.regex.Pattern;

/**
 * A message's id. It stays the same however often the message is sent. Immutable.
 *
 * @param value {@code msg_} and a UUIDv7 in Crockford's base32
 */
public record MessageId(String value) {
  private static final Pattern FORM = Pattern.compile("msg_[0-9a-hjkmnp-tv-z]{26}");

  public MessageId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'%s' is not of the form msg_ and 26 letters and digits.".formatted(value));
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
