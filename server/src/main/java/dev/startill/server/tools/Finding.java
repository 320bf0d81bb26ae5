package dev.startill.server.tools;

import java.util.Locale;
import java.util.Map;

/**
 * What the doctor found about one thing. Immutable.
 *
 * @param level how it is
 * @param about what was looked at
 * @param words what was found, and what to do if it is not well
 */
record Finding(Level level, String about, String words) {
  /** How something is. */
  enum Level {
    OK,
    WARN,
    FAIL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String about, String words) {
    return new Finding(Level.OK, about, words);
  }

  static Finding warn(String about, String words) {
    return new Finding(Level.WARN, about, words);
  }

  static Finding fail(String about, String words) {
    return new Finding(Level.FAIL, about, words);
  }

  /** A line, its later lines indented below the first. */
  String line() {
    return "%-5s %-11s %s"
        .formatted(level.word(), about, words.replace("\n", "\n" + " ".repeat(18)));
  }

  Map<String, String> forMachine() {
    return Map.of("level", level.word(), "check", about, "words", words);
  }
}
