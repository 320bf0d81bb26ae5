package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a bot asks and says about itself. */
final class BotMethods {
  private static final Pattern COMMAND = Pattern.compile("/?[a-z0-9_]{1,32}");
  private static final int COMMANDS = 100;
  private static final int DESCRIPTION = 256;

  private BotMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("getme", BotMethods::getMe);
    table.put("setmycommands", BotMethods::setMyCommands);
    table.put("getmycommands", BotMethods::getMyCommands);
    table.put("deletemycommands", BotMethods::deleteMyCommands);
  }

  private static Reply getMe(Call call) {
    return Reply.result(
        Shapes.bot(call.bot())
            .put("can_join_groups", true)
            .put("can_read_all_group_messages", call.bot().readsGroups())
            .put("supports_inline_queries", false)
            .put("can_connect_to_business", false)
            .put("has_main_web_app", false));
  }

  /** Scopes and languages are one to the sandbox, which has private chats only. */
  private static Reply setMyCommands(Call call) {
    var text = call.parameters().required("commands");
    var commands =
        Json.read(text).orElseThrow(() -> Refusal.badRequest("can't parse commands JSON object"));
    if (!commands.isArray()) {
      throw Refusal.badRequest("expected an Array of BotCommand");
    }
    if (commands.size() > COMMANDS) {
      throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    var kept = Json.array();
    commands.forEach(command -> kept.add(command(command)));
    call.world().run(world -> world.people().setCommands(call.bot(), Json.text(kept)));
    return Reply.done();
  }

  private static JsonNode command(JsonNode command) {
    if (!command.isObject()) {
      throw Refusal.badRequest("can't parse BotCommand: expected an Object");
    }
    var name = command.path("command").asString("");
    var description = command.path("description").asString("");
    if (!COMMAND.matcher(name).matches()) {
      throw Refusal.badRequest("BOT_COMMAND_INVALID");
    }
    if (description.isEmpty() || description.length() > DESCRIPTION) {
      throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return Json.object()
        .put("command", name.startsWith("/") ? name.substring(1) : name)
        .put("description", description);
  }

  private static Reply getMyCommands(Call call) {
    var text = call.world().with(world -> world.people().commands(call.bot().id()));
    return Reply.result(Json.read(text).orElseGet(Json::array));
  }

  private static Reply deleteMyCommands(Call call) {
    call.world().run(world -> world.people().setCommands(call.bot(), "[]"));
    return Reply.done();
  }
}
