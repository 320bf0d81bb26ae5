package dev.startill.payment;

/**
 * A message's id. It stays the same however often the message is sent. Immutable.
 *
 * @param value {@code msg_} and a UUIDv7 in Crockford's base32
 */
public record MessageId(String value) {
  private static final String PREFIX = "msg_";

  public MessageId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'%s' is not of the form msg_ and 26 letters and digits.".formatted(value));
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
