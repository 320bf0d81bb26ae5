package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The button beside the text field (tdlib/telegram-bot-api, Client.cpp, get_menu_button). */
final class MenuButtons {
  private MenuButtons() {}

  static void addTo(Map<String, Method> table) {
    table.put("setchatmenubutton", MenuButtons::set);
    table.put("getchatmenubutton", MenuButtons::get);
  }

  private static Reply set(Call call) {
    var text = call.wholeText("menu_button");
    var button = text.isEmpty() ? type("default") : parse(text, call.bot().test());
    call.world()
        .run(
            world -> {
              long user = user(call, world);
              if (button.path("type").asString("").equals("default")) {
                world.webApps().resetMenu(call.bot(), user);
              } else {
                world.webApps().setMenu(call.bot(), user, Json.text(button));
              }
            });
    return Reply.done();
  }

  private static Reply get(Call call) {
    var text =
        call.world().with(world -> world.webApps().menuOf(call.bot().id(), user(call, world)));
    return Reply.result(Json.read(text).orElseGet(() -> type("default")));
  }

  /** 0, for everybody, unless a private chat is named. */
  private static long user(Call call, World world) {
    var chatId = call.text("chat_id");
    if (chatId.isEmpty() || chatId.equals("0")) {
      return 0;
    }
    return switch (world.chats().find(call.bot().id(), chatId)) {
      case Chat.Private chat -> chat.user();
      case Chat.Shared s -> throw Refusal.badRequest("user not found");
    };
  }

  private static JsonNode parse(String text, boolean test) {
    var json =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse menu button JSON object"));
    return Unreadable.naming("menu button", () -> read(json, test));
  }

  private static JsonNode read(JsonNode json, boolean test) {
    if (!json.isObject()) {
      throw new Unreadable("MenuButton must be an Object");
    }
    var fields = new Fields(json);
    var type = fields.required("type");
    return switch (type) {
      case "default", "commands" -> type(type);
      case "web_app" -> webApp(fields, test);
      default -> throw new Unreadable("MenuButton has unsupported type");
    };
  }

  private static JsonNode webApp(Fields fields, boolean test) {
    var label = fields.required("text");
    if (label.isEmpty()) {
      // The error's name: core.telegram.org/method/bots.setBotMenuButton
      throw Refusal.badRequest("BUTTON_TEXT_INVALID");
    }
    var json = Json.object().put("type", "web_app").put("text", label);
    var url = fields.requiredObject("web_app").required("url");
    json.putObject("web_app")
        .put("url", Unreadable.as("Menu button Web App ", () -> ButtonUrl.secure(url, test)));
    return json;
  }

  private static JsonNode type(String type) {
    return Json.object().put("type", type);
  }
}
