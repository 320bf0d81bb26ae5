package dev.startill.payment;

/** The form of our ids: a prefix, and a UUIDv7 in Crockford's base32. Without state. */
final class IdForm {
  private static final int DIGITS = 26;

  private IdForm() {}

  /** Every row that is read passes here several times: a loop costs a tenth of a pattern. */
  static boolean isOne(String prefix, String text) {
    if (text.length() != prefix.length() + DIGITS || !text.startsWith(prefix)) {
      return false;
    }
    for (var i = prefix.length(); i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Crockford's base32 leaves out i, l, o and u, which look like others or like a word. */
  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z' && c != 'i' && c != 'l' && c != 'o' && c != 'u');
  }
}
