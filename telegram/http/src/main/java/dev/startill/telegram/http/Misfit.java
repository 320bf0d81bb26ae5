package dev.startill.telegram.http;

import org.jspecify.annotations.Nullable;

/** A field of an update is not as it must be; the message names it and quotes no text. */
final class Misfit extends Exception {
  private static final long serialVersionUID = 1L;

  private Misfit(String reason) {
    super(reason, null, false, false);
  }

  static Misfit because(String reason) {
    return new Misfit(reason);
  }

  /** Two messages in one update, say: money that nobody can tell from the rest. */
  static Misfit becauseMoneyIsHidden() {
    return because("a payment or a refund lies beneath something else");
  }

  static <T> T required(@Nullable T value, String path) throws Misfit {
    if (value == null) {
      throw because(path + " is missing");
    }
    return value;
  }

  static long within(long number, String path, long least, long most) throws Misfit {
    if (number < least || number > most) {
      throw because("%s must be %d to %d, but is %d".formatted(path, least, most, number));
    }
    return number;
  }

  static String notLonger(String text, String path, int most) throws Misfit {
    if (text.isBlank() || text.length() > most) {
      throw because("%s must have 1 to %d characters".formatted(path, most));
    }
    return text;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
