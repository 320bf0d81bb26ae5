package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a list of MessageEntity as Client.cpp does. */
final class Entities {
  private static final Set<String> PLAIN =
      Set.of(
          "bold",
          "italic",
          "underline",
          "strikethrough",
          "spoiler",
          "code",
          "blockquote",
          "expandable_blockquote");

  /** Types that Telegram finds in the text itself; sent ones are passed over. */
  private static final Set<String> FOUND =
      Set.of(
          "mention",
          "hashtag",
          "cashtag",
          "bot_command",
          "url",
          "email",
          "phone_number",
          "bank_card_number");

  private Entities() {}

  /**
   * The entities that lie within the text, as JSON text; what is no list at all counts as none.
   *
   * @throws dev.startill.sandbox.world.Refusal 400 when one of them cannot be read
   */
  static String of(JsonNode list, String text) {
    if (!list.isArray()) {
      return "";
    }
    var kept = Json.array();
    for (var entity : list) {
      var read = Unreadable.naming("MessageEntity", () -> entity(entity));
      long offset = read.path("offset").longValue();
      long length = Math.min(read.path("length").longValue(), text.length() - offset);
      if (offset >= 0 && length > 0 && read.size() > 2) {
        kept.add(read.put("length", (int) length));
      }
    }
    return kept.isEmpty() ? "" : Json.text(kept);
  }

  private static ObjectNode entity(JsonNode entity) {
    if (!entity.isObject()) {
      throw new Unreadable("expected an Object");
    }
    var fields = new Fields(entity);
    var read = Json.object().put("offset", (int) fields.requiredNumber("offset"));
    read.put("length", (int) fields.requiredNumber("length"));
    var type = fields.required("type");
    if (type.isEmpty()) {
      throw new Unreadable("Type is not specified");
    }
    if (FOUND.contains(type)) {
      return read;
    }
    read.put("type", type);
    switch (type) {
      case "text_link" -> read.put("url", fields.required("url"));
      case "pre" -> {
        var language = fields.optional("language");
        if (!language.isEmpty()) {
          read.put("language", language);
        }
      }
      case "custom_emoji" ->
          read.put("custom_emoji_id", Long.toString(fields.requiredNumber("custom_emoji_id")));
      case "text_mention" ->
          read.putObject("user").put("id", fields.requiredObject("user").requiredNumber("id"));
      default -> {
        if (!PLAIN.contains(type)) {
          throw new Unreadable("Unsupported type specified");
        }
      }
    }
    return read;
  }
}
