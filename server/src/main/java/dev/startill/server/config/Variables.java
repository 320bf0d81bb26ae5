package dev.startill.server.config;

import java.util.regex.Pattern;

/**
 * Lets <code>${NAME}</code> stand wherever a value may. YAML does not allow its braces between
 * braces, as in <code>webhook: { secret: ${SECRET} }</code>, so they are exchanged for characters
 * without a meaning before the file is parsed, and back afterwards. Lines stay where they are.
 */
final class Variables {
  /** Private use: no text has a meaning for them. */
  private static final char OPEN = '\uE000';

  private static final char CLOSE = '\uE001';

  private static final Pattern WRITTEN = Pattern.compile("\\$\\{([^{}\n]*)}");
  private static final Pattern HIDDEN = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);

  private Variables() {}

  static String hidden(String text) {
    return WRITTEN.matcher(text).replaceAll(OPEN + "$1" + CLOSE);
  }

  static String restored(String value) {
    return value.indexOf(OPEN) < 0 ? value : HIDDEN.matcher(value).replaceAll("\\${$1}");
  }
}
