package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code reply_markup} in the order of tdlib/telegram-bot-api, Client.cpp: a reply keyboard,
 * an inline one, a removal, a forced reply. What comes out is JSON text in the Bot API's own form,
 * empty for none.
 */
final class Keyboard {
  private Keyboard() {}

  /** The markup of an ordinary message. */
  static String ofMessage(Call call) {
    return withoutPay(text(read(call)));
  }

  /** The markup that stands in a JSON object, its buttons of whatever kind. */
  static String raw(Fields fields, boolean test) {
    return fields.has("reply_markup")
        ? text(read(fields.requiredObject("reply_markup"), test))
        : "";
  }

  /** A markup that was read before; only an invoice's buttons pay. */
  static String withoutPay(String markup) {
    if (!markup.contains("\"pay\":true")) {
      return markup;
    }
    for (var row : Json.read(markup).orElseGet(Json::object).path("inline_keyboard")) {
      for (var button : row) {
        if (button.has("pay")) {
          throw Refusal.badRequest("BUTTON_TYPE_INVALID");
        }
      }
    }
    return markup;
  }

  /** The markup of an invoice: its first button pays, and there is one if the bot sent none. */
  static String ofInvoice(Call call, long amount) {
    return ofInvoice(text(read(call)), amount);
  }

  /** As above, for a markup that was read before. */
  static String ofInvoice(String markup, long amount) {
    var rows = Json.read(markup).orElseGet(Json::object).path("inline_keyboard");
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
    if (pays > 1 || !rows.path(0).path(0).has("pay")) {
      throw Refusal.badRequest("BUTTON_POS_INVALID");
    }
    return markup;
  }

  /** That the markup can be read at all, which the server checks before the chat. */
  static void checkReadable(Call call) {
    var markup = read(call);
    assert markup.isObject();
  }

  /** The markup of an edited message, which can only be an inline one. */
  static String ofEdit(Call call) {
    var markup = text(read(call));
    if (!markup.isEmpty() && !Shapes.isInline(markup)) {
      throw Refusal.badRequest("inline keyboard expected");
    }
    return markup;
  }

  /**
   * That a markup may stand in this chat (ReplyMarkup.cpp): some buttons ask one person alone.
   *
   * @throws Refusal 400
   */
  static void check(String markup, Chat chat) {
    if (markup.isEmpty()) {
      return;
    }
    switch (chat) {
      case Chat.Private p -> {}
      case Chat.Shared shared -> checkShared(Json.read(markup).orElseGet(Json::object), shared);
    }
  }

  private static void checkShared(JsonNode markup, Chat.Shared chat) {
    for (var row : markup.path("keyboard")) {
      for (var button : row) {
        checkAsks(button);
      }
    }
    for (var row : markup.path("inline_keyboard")) {
      for (var button : row) {
        if (button.has("web_app")) {
          throw Refusal.badRequest("BUTTON_TYPE_INVALID");
        }
        if (chat instanceof Chat.Channel) {
          checkSwitch(button);
        }
      }
    }
  }

  private static void checkAsks(JsonNode button) {
    var asks =
        ReplyButtons.ASKING.stream()
            .filter(button::has)
            .findFirst()
            .map(Keyboard::wordFor)
            .orElse("");
    if (!asks.isEmpty()) {
      throw Refusal.badRequest(asks + " in private chats only");
    }
  }

  private static String wordFor(String field) {
    return switch (field) {
      case "request_contact" -> "phone number can be requested";
      case "request_location" -> "location can be requested";
      case "request_poll" -> "poll can be requested";
      case "web_app" -> "Web App buttons can be used";
      case "request_users" -> "users can be requested";
      default -> "chats can be requested";
    };
  }

  private static void checkSwitch(JsonNode button) {
    for (var name : new String[] {"switch_inline_query", "switch_inline_query_current_chat"}) {
      if (button.has(name)) {
        throw Refusal.badRequest(
            "can't use "
                + name
                + " button in a channel chat, because users will not be able to use the button"
                + " without knowing bot's username");
      }
    }
  }

  private static ObjectNode read(Call call) {
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
    return Unreadable.unnamed(() -> read(new Fields(markup), call.bot().test()));
  }

  private static ObjectNode read(Fields fields, boolean test) {
    var rows = new ReplyButtons(test).rows(fields.array("keyboard"));
    var inlineRows = new InlineButtons(test).rows(fields.array("inline_keyboard"));
    boolean removed = fields.either("hide_keyboard", "remove_keyboard");
    boolean selective = fields.either("personal_keyboard", "selective");
    boolean forced = fields.either("force_reply_keyboard", "force_reply");
    var read = Json.object();
    if (!rows.isEmpty()) {
      read.set("keyboard", rows);
      putFlag(read, "is_persistent", fields.flag("is_persistent"));
      putFlag(read, "resize_keyboard", fields.flag("resize_keyboard"));
      putFlag(read, "one_time_keyboard", fields.flag("one_time_keyboard"));
      putPlaceholder(read, fields);
    } else if (!inlineRows.isEmpty()) {
      return read.set("inline_keyboard", inlineRows);
    } else if (removed) {
      read.put("remove_keyboard", true);
    } else if (forced) {
      read.put("force_reply", true);
      putPlaceholder(read, fields);
    } else {
      return read;
    }
    putFlag(read, "selective", selective);
    return read;
  }

  private static void putPlaceholder(ObjectNode read, Fields fields) {
    var placeholder = fields.optional("input_field_placeholder");
    if (!placeholder.isEmpty()) {
      read.put("input_field_placeholder", placeholder);
    }
  }

  private static void putFlag(ObjectNode read, String name, boolean value) {
    if (value) {
      read.put(name, true);
    }
  }

  private static String text(ObjectNode markup) {
    return markup.isEmpty() ? "" : Json.text(markup);
  }
}
