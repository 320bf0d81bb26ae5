package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads the keyboards that replace a person's own: ReplyKeyboardMarkup, ReplyKeyboardRemove and
 * ForceReply (https://core.telegram.org/bots/api#replykeyboardmarkup). A Message object never shows
 * them; the chat page does.
 */
final class ReplyKeyboard {
  private static final List<String> WISHES =
      List.of(
          "is_persistent",
          "resize_keyboard",
          "one_time_keyboard",
          "input_field_placeholder",
          "selective");

  private ReplyKeyboard() {}

  /** The markup as JSON text, its buttons as objects; empty when it is none of these. */
  static String of(JsonNode markup) {
    if (markup.has("keyboard")) {
      var json = Json.object();
      json.set("keyboard", rows(markup.path("keyboard")));
      WISHES.stream().filter(markup::has).forEach(wish -> json.set(wish, markup.path(wish)));
      return json.path("keyboard").isEmpty() ? "" : Json.text(json);
    }
    for (var kind : List.of("remove_keyboard", "force_reply")) {
      if (markup.path(kind).asBoolean(false)) {
        return Json.text(markup);
      }
    }
    return "";
  }

  private static JsonNode rows(JsonNode keyboard) {
    if (!keyboard.isArray()) {
      throw Refusal.badRequest("field \"keyboard\" must be of type Array");
    }
    var rows = Json.array();
    for (var row : keyboard) {
      if (!row.isArray()) {
        throw Refusal.badRequest("can't parse reply keyboard: row must be an Array");
      }
      var buttons = Json.array();
      row.forEach(button -> buttons.add(button(button)));
      if (!buttons.isEmpty()) {
        rows.add(buttons);
      }
    }
    return rows;
  }

  private static JsonNode button(JsonNode button) {
    if (button.isString()) {
      return Json.object().put("text", button.stringValue());
    }
    if (!button.isObject()) {
      throw unreadable("KeyboardButton must be an Object");
    }
    if (!button.path("text").isString()) {
      throw unreadable("Can't find field \"text\"");
    }
    return button;
  }

  private static Refusal unreadable(String why) {
    return Refusal.badRequest("can't parse keyboard button: " + why);
  }
}
