package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Profiles;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A bot's commands by scope and language: read and checked as in Client.cpp and BotCommand.cpp. */
final class CommandMethods {
  private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
  private static final int LONGEST_NAME = 32;
  private static final int COMMANDS = 100;
  private static final int DESCRIPTION = 256;

  private CommandMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("setmycommands", CommandMethods::set);
    table.put("getmycommands", CommandMethods::get);
    table.put("deletemycommands", CommandMethods::delete);
  }

  private static Reply set(Call call) {
    var commands = Json.array();
    list(call)
        .forEach(command -> commands.add(Unreadable.naming("BotCommand", () -> read(command))));
    var scope = CommandScope.of(call);
    var language = Languages.of(call);
    call.world()
        .run(
            world -> {
              var place = scope.key(world, call.bot().id());
              commands.forEach(command -> check((ObjectNode) command));
              if (commands.size() > COMMANDS) {
                throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
              }
              var text = commands.isEmpty() ? "" : Json.text(commands);
              world.profiles().put(line(call, place, language, text));
            });
    return Reply.done();
  }

  private static JsonNode list(Call call) {
    var text = call.text("commands");
    if (text.isEmpty()) {
      return Json.array();
    }
    var list =
        Json.read(text).orElseThrow(() -> Refusal.badRequest("can't parse commands JSON object"));
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of BotCommand");
    }
    return list;
  }

  private static ObjectNode read(JsonNode command) {
    if (!command.isObject()) {
      throw new Unreadable("expected an Object");
    }
    var fields = new Fields(command);
    var name = fields.required("command").strip();
    return Json.object()
        .put("command", name.startsWith("/") ? name.substring(1) : name)
        .put("description", fields.required("description").strip());
  }

  private static void check(ObjectNode command) {
    var name = command.path("command").stringValue("");
    var description = command.path("description").stringValue("");
    if (name.isEmpty()) {
      throw Refusal.badRequest("command must be non-empty");
    }
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw Refusal.badRequest("command length must not exceed " + LONGEST_NAME);
    }
    if (description.isEmpty()) {
      throw Refusal.badRequest("command description must be non-empty");
    }
    if (description.codePointCount(0, description.length()) > DESCRIPTION) {
      throw Refusal.badRequest("command description length must not exceed " + DESCRIPTION);
    }
    if (!COMMAND.matcher(name).matches()) {
      throw Refusal.badRequest("BOT_COMMAND_INVALID");
    }
  }

  private static Reply get(Call call) {
    var scope = CommandScope.of(call);
    var language = Languages.of(call);
    long bot = call.bot().id();
    var text =
        call.world()
            .with(
                world ->
                    world
                        .profiles()
                        .exactly(bot, Profiles.Field.COMMANDS, scope.key(world, bot), language));
    return Reply.result(text.flatMap(Json::read).orElseGet(Json::array));
  }

  private static Reply delete(Call call) {
    var scope = CommandScope.of(call);
    var language = Languages.of(call);
    call.world()
        .run(
            world -> {
              var place = scope.key(world, call.bot().id());
              world.profiles().put(line(call, place, language, ""));
            });
    return Reply.done();
  }

  private static Profiles.Line line(Call call, String scope, String language, String text) {
    return new Profiles.Line(call.bot().id(), Profiles.Field.COMMANDS, scope, language, text);
  }
}
