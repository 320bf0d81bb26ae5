package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.Locale;
import java.util.Set;

/** A text with its entities: given as a list, or written in a {@code parse_mode}. */
record FormattedText(String text, String entities) {
  private static final Set<String> MODES = Set.of("html", "markdown", "markdownv2");

  static FormattedText read(Call call, String textName, String entitiesName) {
    return read(call, textName, entitiesName, "parse_mode");
  }

  /** As above, where the mode has another name. */
  static FormattedText read(Call call, String textName, String entitiesName, String modeName) {
    var text = call.wholeText(textName);
    var mode = call.text(modeName).toLowerCase(Locale.ROOT);
    if (mode.isEmpty() || mode.equals("none")) {
      return new FormattedText(text, call.array(entitiesName));
    }
    if (!MODES.contains(mode)) {
      throw Refusal.badRequest("unsupported parse_mode");
    }
    return Markup.parse(text, mode);
  }

  /** Whether there is nothing to read. */
  boolean isEmpty() {
    return text.isBlank();
  }

  /** Characters as Telegram counts them. */
  int length() {
    return text.codePointCount(0, text.length());
  }
}
