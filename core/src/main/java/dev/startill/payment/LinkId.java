package dev.startill.payment;

/**
 * An open link's id. It travels in the payload of its invoice. Immutable.
 *
 * @param value {@code lnk_} and a UUIDv7 in Crockford's base32
 */
public record LinkId(String value) {
  private static final String PREFIX = "lnk_";

  public LinkId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'%s' is not of the form lnk_ and 26 letters and digits.".formatted(value));
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
