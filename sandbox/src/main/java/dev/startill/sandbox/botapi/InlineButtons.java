package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the buttons of an inline keyboard: what kinds there are and which one wins stands in
 * Client.cpp, what an address must look like in TDLib's ReplyMarkup.cpp, and the error names are
 * the server's (core.telegram.org/method/messages.sendMessage).
 */
final class InlineButtons {
  private static final int LONGEST_DATA = 64;
  private static final int LONGEST_COPY = 256;
  private static final int MOST_BUTTONS = 100;
  private static final List<String> STYLES = List.of("primary", "danger", "success");

  private final boolean test;

  /** Buttons of a bot; one in the test environment may use plain http. */
  InlineButtons(boolean test) {
    this.test = test;
  }

  /** The rows that have a button, each button with what it means and nothing else. */
  ArrayNode rows(JsonNode keyboard) {
    var rows = Json.array();
    int count = 0;
    for (var row : keyboard) {
      if (!row.isArray()) {
        throw Refusal.badRequest(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
      }
      var kept = Json.array();
      for (var button : row) {
        var read = Unreadable.naming("inline keyboard button", () -> button(button));
        if (!read.path("text").stringValue("").isEmpty()) {
          kept.add(read);
        }
      }
      if (!kept.isEmpty()) {
        rows.add(kept);
        count += kept.size();
      }
    }
    if (count > MOST_BUTTONS) {
      throw Refusal.badRequest("reply markup is too long");
    }
    return rows;
  }

  private ObjectNode button(JsonNode button) {
    if (!button.isObject()) {
      throw new Unreadable("InlineKeyboardButton must be an Object");
    }
    var fields = new Fields(button);
    var read = Json.object().put("text", fields.required("text"));
    style(fields, read);
    meaning(fields, read);
    return read;
  }

  /** What any button may wear. */
  static void style(Fields fields, ObjectNode read) {
    if (fields.has("icon_custom_emoji_id")) {
      read.put(
          "icon_custom_emoji_id", Long.toString(fields.requiredNumber("icon_custom_emoji_id")));
    }
    var style = fields.optional("style").toLowerCase(Locale.ROOT);
    if (STYLES.contains(style)) {
      read.put("style", style);
    } else if (!style.isEmpty() && !style.equals("default")) {
      throw new Unreadable("invalid button style specified");
    }
  }

  private void meaning(Fields fields, ObjectNode read) {
    var url = fields.optional("url");
    if (!url.isEmpty()) {
      read.put("url", Unreadable.as("Inline keyboard button ", () -> ButtonUrl.any(url)));
      return;
    }
    var data = fields.optional("callback_data");
    if (!data.isEmpty()) {
      if (data.getBytes(StandardCharsets.UTF_8).length > LONGEST_DATA) {
        throw Refusal.badRequest("BUTTON_DATA_INVALID");
      }
      read.put("callback_data", data);
    } else if (fields.has("callback_game")) {
      read.putObject("callback_game");
    } else if (fields.has("pay")) {
      read.put("pay", true);
    } else if (fields.has("switch_inline_query")) {
      read.put("switch_inline_query", fields.required("switch_inline_query"));
    } else if (fields.has("switch_inline_query_chosen_chat")) {
      chosenChat(fields.requiredObject("switch_inline_query_chosen_chat"), read);
    } else if (fields.has("switch_inline_query_current_chat")) {
      read.put(
          "switch_inline_query_current_chat", fields.required("switch_inline_query_current_chat"));
    } else {
      opening(fields, read);
    }
  }

  private void opening(Fields fields, ObjectNode read) {
    if (fields.has("login_url")) {
      var url = fields.requiredObject("login_url").required("url");
      read.put(
          "url", Unreadable.as("Inline keyboard button login ", () -> ButtonUrl.secure(url, test)));
    } else if (fields.has("web_app")) {
      var url = fields.requiredObject("web_app").required("url");
      read.putObject("web_app")
          .put(
              "url",
              Unreadable.as("Inline keyboard button Web App ", () -> ButtonUrl.secure(url, test)));
    } else if (fields.has("copy_text")) {
      var text = fields.requiredObject("copy_text").required("text");
      if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_COPY) {
        throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
      }
      read.putObject("copy_text").put("text", text);
    } else {
      throw new Unreadable("Text buttons are unallowed in the inline keyboard");
    }
  }

  private static void chosenChat(Fields chosen, ObjectNode read) {
    var kinds = List.of("user", "bot", "group", "channel");
    var query = chosen.optional("query");
    if (kinds.stream().allMatch(kind -> chosen.flag("allow_" + kind + "_chats"))) {
      read.put("switch_inline_query", query);
      return;
    }
    var kept = read.putObject("switch_inline_query_chosen_chat").put("query", query);
    for (var kind : kinds) {
      var name = "allow_" + kind + "_chats";
      kept.put(name, chosen.flag(name));
    }
  }
}
