package dev.startill.telegram.http;

/** Fits a text into what Telegram takes. */
final class Texts {
  /** <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>. */
  static final int MESSAGE = 4096;

  /** <a href="https://core.telegram.org/bots/api#senddocument">sendDocument</a>. */
  static final int CAPTION = 1024;

  /** <a href="https://core.telegram.org/bots/api#answercallbackquery">answerCallbackQuery</a>. */
  static final int CALLBACK = 200;

  private Texts() {}

  /**
   * Whether it has more characters than that, an emoji being one. Where its UTF-16 units alone are
   * more, Telegram decides.
   */
  static boolean isLonger(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }

  /** At most so many UTF-16 units, cut between characters, with an ellipsis where it was cut. */
  static String bounded(String text, int most) {
    if (text.length() <= most) {
      return wellFormed(text);
    }
    var end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return wellFormed(text.substring(0, end) + "…");
  }

  /** Half a surrogate pair has no form in UTF-8: it becomes the replacement character. */
  static String wellFormed(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !pairAt(text, i)) {
        return replaced(text);
      } else if (Character.isHighSurrogate(text.charAt(i))) {
        i++;
      }
    }
    return text;
  }

  /** What every database keeps as it is: an id that came back changed would be another. */
  static String kept(String text) {
    return wellFormed(text).replace('\0', '\uFFFD');
  }

  private static String replaced(String text) {
    var fixed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> fixed.appendCodePoint(isSurrogate(point) ? '\uFFFD' : point));
    return fixed.toString();
  }

  private static boolean pairAt(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
