package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.function.Supplier;

/** A piece of JSON that is not what it should be; whoever asked for it says which piece it was. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "Bad Request: ";

  Unreadable(String why) {
    super(why, null, false, false);
  }

  /**
   * Reads a piece; what is wrong inside it is told behind {@code Can't parse <what>: }, as
   * Client.cpp does.
   */
  static <T> T naming(String what, Supplier<T> reading) {
    return as("Can't parse " + what + ": ", reading);
  }

  /** As above, without a name for the piece. */
  static <T> T unnamed(Supplier<T> reading) {
    return as("", reading);
  }

  /** As above, with these words before it. */
  static <T> T as(String words, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Unreadable e) {
      throw Refusal.badRequest(words + e.getMessage());
    }
  }

  /** Turns a refusal into a part of another one: the words as they were before. */
  static Unreadable from(Refusal refusal) {
    var words = refusal.description();
    if (!words.startsWith(PREFIX) || words.length() == PREFIX.length()) {
      return new Unreadable(words);
    }
    int first = PREFIX.length();
    return new Unreadable(Character.toUpperCase(words.charAt(first)) + words.substring(first + 1));
  }
}
