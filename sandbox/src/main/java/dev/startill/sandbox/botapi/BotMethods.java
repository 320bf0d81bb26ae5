package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Profiles;
import dev.startill.sandbox.world.Profiles.Field;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Right;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot asks and says about itself. That a text which is too long gets these error names is
 * assumed; the lengths are documented.
 */
final class BotMethods {
  private static final int NAME = 64;
  private static final int DESCRIPTION = 512;
  private static final int SHORT_DESCRIPTION = 120;

  /** What BotFather would set, in the order of JsonUser in Client.cpp. */
  private static final List<String> FLAGS =
      List.of(
          "supports_inline_queries",
          "supports_guest_queries",
          "can_connect_to_business",
          "has_main_web_app",
          "has_topics_enabled",
          "allows_users_to_create_topics",
          "can_manage_bots");

  /** Fields of ChatAdministratorRights that are no rights to look up anywhere else. */
  private static final List<String> EXTRA_RIGHTS =
      List.of("is_anonymous", "can_send_welcome_messages");

  private BotMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("getme", BotMethods::getMe);
    table.put("setmyname", BotMethods::setMyName);
    table.put("getmyname", call -> text(call, Field.NAME, "name"));
    table.put(
        "setmydescription", call -> setText(call, Field.DESCRIPTION, "description", DESCRIPTION));
    table.put("getmydescription", call -> text(call, Field.DESCRIPTION, "description"));
    table.put(
        "setmyshortdescription",
        call -> setText(call, Field.SHORT_DESCRIPTION, "short_description", SHORT_DESCRIPTION));
    table.put(
        "getmyshortdescription", call -> text(call, Field.SHORT_DESCRIPTION, "short_description"));
    table.put("setmydefaultadministratorrights", BotMethods::setRights);
    table.put("getmydefaultadministratorrights", BotMethods::getRights);
  }

  private static Reply getMe(Call call) {
    long bot = call.bot().id();
    return Reply.result(
        call.world()
            .look(
                world -> {
                  var profiles = world.profiles();
                  var json = Shapes.bot(call.bot());
                  json.put("can_join_groups", !profiles.flag(bot, "cannot_join_groups"));
                  json.put("can_read_all_group_messages", call.bot().readsGroups());
                  FLAGS.forEach(name -> json.put(name, profiles.flag(bot, name)));
                  return json;
                }));
  }

  /** The name for all languages is the bot's own, which everybody sees. */
  private static Reply setMyName(Call call) {
    if (!Languages.of(call).isEmpty()) {
      return setText(call, Field.NAME, "name", NAME);
    }
    var name = call.wholeText("name").strip();
    requireFit(name, NAME, "BOT_TITLE_INVALID");
    if (!name.isEmpty()) {
      call.world()
          .run(
              world -> {
                var now = world.people().bot(call.bot().id()).orElse(call.bot());
                var renamed = world.people().register(named(now, name));
                assert renamed.firstName().equals(name);
              });
    }
    return Reply.done();
  }

  private static Bot named(Bot bot, String name) {
    return new Bot(
        bot.id(), name, bot.username(), bot.test(), bot.tokenDigest(), bot.readsGroups());
  }

  private static Reply setText(Call call, Field field, String parameter, int most) {
    var language = Languages.of(call);
    var text = call.wholeText(parameter).strip();
    requireFit(text, most, field == Field.NAME ? "BOT_TITLE_INVALID" : field + "_TOO_LONG");
    call.world()
        .run(
            world ->
                world
                    .profiles()
                    .put(new Profiles.Line(call.bot().id(), field, "", language, text)));
    return Reply.done();
  }

  private static void requireFit(String text, int most, String error) {
    if (text.codePointCount(0, text.length()) > most) {
      throw Refusal.badRequest(error);
    }
  }

  private static Reply text(Call call, Field field, String name) {
    var language = Languages.of(call);
    var text = call.world().look(world -> world.profiles().text(call.bot().id(), field, language));
    var otherwise = field == Field.NAME ? call.bot().firstName() : "";
    return Reply.result(Json.object().put(name, text.isEmpty() ? otherwise : text));
  }

  private static Reply setRights(Call call) {
    var text = call.text("rights");
    var rights = text.isEmpty() ? "" : Json.text(rights(text));
    call.world()
        .run(
            world ->
                world
                    .profiles()
                    .put(
                        new Profiles.Line(
                            call.bot().id(), Field.RIGHTS, forWhom(call), "", rights)));
    return Reply.done();
  }

  private static ObjectNode rights(String text) {
    JsonNode json =
        Json.read(text)
            .orElseThrow(
                () -> Refusal.badRequest("can't parse ChatAdministratorRights JSON object"));
    return Unreadable.naming("ChatAdministratorRights", () -> rights(json));
  }

  private static ObjectNode rights(JsonNode json) {
    if (!json.isObject()) {
      throw new Unreadable("ChatAdministratorRights must be an Object");
    }
    var fields = new Fields(json);
    var read = Json.object();
    for (var right : Right.values()) {
      read.put(right.field(), fields.flag(right.field()));
    }
    EXTRA_RIGHTS.forEach(name -> read.put(name, fields.flag(name)));
    return read;
  }

  private static Reply getRights(Call call) {
    var scope = forWhom(call);
    var text =
        call.world()
            .look(world -> world.profiles().exactly(call.bot().id(), Field.RIGHTS, scope, ""));
    var said = text.flatMap(Json::read).orElseGet(Json::object);
    var json = Json.object();
    for (var right : Right.values()) {
      if (right.exists(scope.equals("channels"))) {
        json.put(right.field(), said.path(right.field()).asBoolean(false));
      }
    }
    EXTRA_RIGHTS.forEach(name -> json.put(name, said.path(name).asBoolean(false)));
    return Reply.result(json);
  }

  private static String forWhom(Call call) {
    return call.parameters().flag("for_channels") ? "channels" : "groups";
  }
}
