package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the buttons of a reply keyboard, which the user sees in place of letters. */
final class ReplyButtons {
  /** Buttons that ask for something more than to send their own text. */
  static final Set<String> ASKING =
      Set.of(
          "request_contact",
          "request_location",
          "request_poll",
          "web_app",
          "request_users",
          "request_chat");

  private static final List<String> CHOOSERS = List.of("request_users", "request_chat");

  private final boolean test;

  /** Buttons of a bot; one in the test environment may use plain http. */
  ReplyButtons(boolean test) {
    this.test = test;
  }

  /** The rows that have a button. */
  ArrayNode rows(JsonNode keyboard) {
    var rows = Json.array();
    for (var row : keyboard) {
      if (!row.isArray()) {
        throw Refusal.badRequest("field \"keyboard\" must be an Array of Arrays");
      }
      var kept = Json.array();
      for (var button : row) {
        var read = Unreadable.naming("keyboard button", () -> button(button));
        if (!read.path("text").stringValue("").isEmpty()) {
          kept.add(read);
        }
      }
      if (!kept.isEmpty()) {
        rows.add(kept);
      }
    }
    return rows;
  }

  private ObjectNode button(JsonNode button) {
    if (button.isString()) {
      return Json.object().put("text", button.stringValue());
    }
    if (!button.isObject()) {
      throw new Unreadable("KeyboardButton must be a String or an Object");
    }
    var fields = new Fields(button);
    var read = Json.object().put("text", fields.required("text"));
    InlineButtons.style(fields, read);
    if (fields.flag("request_phone_number") || fields.flag("request_contact")) {
      return read.put("request_contact", true);
    }
    if (fields.flag("request_location")) {
      return read.put("request_location", true);
    }
    if (fields.has("request_poll")) {
      return read.set("request_poll", fields.requiredObject("request_poll").object());
    }
    if (fields.has("web_app")) {
      var url = fields.requiredObject("web_app").required("url");
      Unreadable.as("Keyboard button Web App ", () -> ButtonUrl.secure(url, test));
      read.putObject("web_app").put("url", url);
      return read;
    }
    for (var chooser : CHOOSERS) {
      if (fields.has(chooser)) {
        var wish = fields.requiredObject(chooser);
        long id = wish.requiredNumber("request_id");
        assert id != Long.MIN_VALUE;
        return read.set(chooser, wish.object());
      }
    }
    return read;
  }
}
