package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A text with its entities: given as a list, or written in a {@code parse_mode}. */
record FormattedText(String text, String entities) {
  private static final Set<String> MODES = Set.of("html", "markdown", "markdownv2");
  private static final int LONGEST_SOURCE = 1 << 15;

  /** What stands in a call's parameters. */
  static FormattedText read(Call call, String textName, String entitiesName) {
    return read(call, textName, entitiesName, "parse_mode");
  }

  /** As above, where the mode has another name. */
  static FormattedText read(Call call, String textName, String entitiesName, String modeName) {
    var text = call.wholeText(textName);
    var entities = Json.read(call.text(entitiesName)).orElseGet(Json::object);
    return of(text, call.text(modeName), entities);
  }

  /** What stands in a JSON object. */
  static FormattedText read(Fields fields, String textName, String entitiesName) {
    var text = fields.optional(textName);
    var mode = fields.optional("parse_mode");
    try {
      return of(text, mode, fields.object().path(entitiesName));
    } catch (Refusal e) {
      throw Unreadable.from(e);
    }
  }

  private static FormattedText of(String text, String parseMode, JsonNode entities) {
    if (text.length() > LONGEST_SOURCE) {
      throw Refusal.badRequest("text is too long");
    }
    var mode = parseMode.toLowerCase(Locale.ROOT);
    if (text.isEmpty() || mode.isEmpty() || mode.equals("none")) {
      return new FormattedText(text, Entities.of(entities, text));
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
