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
    var button = text.isEmpty() ? type("default") : parse(text);
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

  private static JsonNode parse(String text) {
    var button =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse menu button JSON object"));
    if (!button.isObject()) {
      throw unreadable("MenuButton must be an Object");
    }
    return switch (button.path("type").asString("")) {
      case "default", "commands" -> type(button.path("type").stringValue());
      case "web_app" -> webApp(button);
      default -> throw unreadable("Unallowed type \"" + button.path("type").asString("") + "\"");
    };
  }

  private static JsonNode webApp(JsonNode button) {
    var label = button.path("text").asString("");
    var url = button.at("/web_app/url").asString("");
    if (label.isEmpty()) {
      throw unreadable("Can't find field \"text\"");
    }
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw Refusal.badRequest(
          "menu button web app URL '" + url + "' is invalid: Only HTTPS links are allowed");
    }
    var json = Json.object().put("type", "web_app").put("text", label);
    json.putObject("web_app").put("url", url);
    return json;
  }

  private static JsonNode type(String type) {
    return Json.object().put("type", type);
  }

  private static Refusal unreadable(String why) {
    return Refusal.badRequest("can't parse menu button: " + why);
  }
}
