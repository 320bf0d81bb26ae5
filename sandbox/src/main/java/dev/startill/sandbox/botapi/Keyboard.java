package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads {@code reply_markup}: the inline keyboards of tdlib/telegram-bot-api, Client.cpp. */
final class Keyboard {
  private Keyboard() {}

  /**
   * The markup of a message that is sent, as JSON text: an inline keyboard or one of the chat's.
   */
  static String ofMessage(Call call) {
    var ofChat = ReplyKeyboard.of(parse(call));
    return ofChat.isEmpty() ? ofEdited(call) : ofChat;
  }

  /** The markup of a message that is edited, as JSON text: only buttons below it can change. */
  static String ofEdited(Call call) {
    var markup = parse(call);
    for (var row : rows(markup)) {
      for (var button : row) {
        if (button.has("pay")) {
          throw Refusal.badRequest("BUTTON_TYPE_INVALID");
        }
      }
    }
    return text(markup);
  }

  /** The markup of an invoice: its first button pays, and there is one if the bot sent none. */
  static String ofInvoice(Call call, long amount) {
    var markup = parse(call);
    var rows = rows(markup);
    if (rows.isEmpty()) {
      return "{\"inline_keyboard\":[[{\"text\":\"Pay ⭐" + amount + "\",\"pay\":true}]]}";
    }
    int pays = 0;
    for (var row : rows) {
      for (var button : row) {
        pays += button.has("pay") ? 1 : 0;
      }
    }
    if (pays == 0) {
      throw Refusal.badRequest("REPLY_MARKUP_BUY_EMPTY");
    }
    if (pays > 1 || !rows.getFirst().getFirst().has("pay")) {
      throw Refusal.badRequest("BUTTON_POS_INVALID");
    }
    return text(markup);
  }

  /** That the markup can be read at all, which the server checks before the chat. */
  static void checkReadable(Call call) {
    rows(parse(call));
  }

  private static JsonNode parse(Call call) {
    var text = call.wholeText("reply_markup");
    if (text.isEmpty()) {
      return Json.object();
    }
    var markup =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse reply keyboard markup JSON object"));
    if (!markup.isObject()) {
      throw Refusal.badRequest("object expected as reply markup");
    }
    return markup;
  }

  private static List<List<JsonNode>> rows(JsonNode markup) {
    var keyboard = markup.path("inline_keyboard");
    if (keyboard.isMissingNode()) {
      return List.of();
    }
    if (!keyboard.isArray()) {
      throw Refusal.badRequest("field \"inline_keyboard\" must be of type Array");
    }
    return keyboard.valueStream().map(Keyboard::row).filter(row -> !row.isEmpty()).toList();
  }

  private static List<JsonNode> row(JsonNode row) {
    if (!row.isArray()) {
      throw Refusal.badRequest("can't parse inline keyboard: row must be an Array");
    }
    row.forEach(Keyboard::check);
    return row.valueStream().toList();
  }

  private static void check(JsonNode button) {
    if (!button.isObject()) {
      throw unreadable("InlineKeyboardButton must be an Object");
    }
    if (!button.path("text").isString()) {
      throw unreadable("Can't find field \"text\"");
    }
    if (button.size() < 2) {
      throw unreadable("Text buttons are unallowed in the inline keyboard");
    }
    var data = button.path("callback_data").asString("");
    if (data.getBytes(StandardCharsets.UTF_8).length > 64) {
      throw Refusal.badRequest("BUTTON_DATA_INVALID");
    }
  }

  private static Refusal unreadable(String why) {
    return Refusal.badRequest("can't parse inline keyboard button: " + why);
  }

  private static String text(JsonNode markup) {
    return markup.path("inline_keyboard").isEmpty() ? "" : Json.text(onlyKeyboard(markup));
  }

  private static JsonNode onlyKeyboard(JsonNode markup) {
    return Json.object().set("inline_keyboard", markup.path("inline_keyboard"));
  }
}
