package dev.startill.sandbox.botapi;

import java.util.Map;

/** The named characters that Telegram's HTML mode knows, and the numbered ones. */
final class Html {
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

  private Html() {}

  /** Appends the character that stands at the ampersand; answers how far to go on. */
  static int entity(String source, int at, StringBuilder text) {
    int end = source.indexOf(';', at);
    var name = end < 0 || end - at > 10 ? "" : source.substring(at + 1, end);
    var named = NAMED.get(name);
    if (named != null) {
      text.append(named);
      return end - at + 1;
    }
    int number = numbered(name);
    if (number > 0) {
      text.appendCodePoint(number);
      return end - at + 1;
    }
    text.append('&');
    return 1;
  }

  private static int numbered(String name) {
    try {
      int code =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : 0;
      return Character.isValidCodePoint(code) && !Character.isISOControl(code) ? code : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
