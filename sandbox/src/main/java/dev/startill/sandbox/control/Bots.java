package dev.startill.sandbox.control;

import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.webapp.WebAppKeys;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.wire.Token;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Profiles;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which bots there are: {@code /sandbox/bots…} and {@code /sandbox/redeliver}. */
final class Bots {
  private static final List<String> FLAGS =
      List.of(
          "supports_inline_queries",
          "inline_feedback",
          "cannot_join_groups",
          "can_connect_to_business",
          "has_main_web_app");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final LiveWorld live;
  private final Polling polling;
  private final WebAppKeys keys;

  Bots(LiveWorld live, Polling polling, WebAppKeys keys) {
    this.live = live;
    this.keys = keys;
    this.polling = polling;
  }

  Answer answer(Request request) {
    if (request.verb().equals("POST") && request.path().size() == 1) {
      return register(request);
    }
    if (!request.verb().equals("GET") || request.path().size() > 2) {
      throw Control.noSuchCall(request);
    }
    if (request.path().size() == 1) {
      return Answer.json(200, live.with(this::all));
    }
    var name = request.path().get(1);
    return Answer.json(200, live.with(world -> shown(world, find(world, name))));
  }

  /** Makes a bot before its first call: with strict tokens there is no other way. */
  private Answer register(Request request) {
    var token = Token.parse(request.text("token"));
    var firstName = request.textOr("first_name", "");
    var username = request.textOr("username", "");
    boolean test = request.body().path("test").asBoolean(false);
    return Answer.json(
        200,
        live.with(
            world -> {
              world.people().requireFree(username, token.botId());
              var made = world.people().authorize(token.botId(), token.digest(), test, true);
              var named =
                  new Bot(
                      made.id(),
                      firstName.isEmpty() ? made.firstName() : firstName,
                      username.isEmpty() ? made.username() : username,
                      made.test(),
                      made.tokenDigest(),
                      request.flagOr("can_read_all_group_messages", made.readsGroups()));
              keys.learn(named, token);
              FLAGS.forEach(name -> flag(world, named, request, name));
              return shown(world, world.people().register(named));
            }));
  }

  /** What BotFather would set; left out it stays as it is. */
  private static void flag(World world, Bot bot, Request request, String name) {
    if (request.body().has(name)) {
      var text = request.flagOr(name, false) ? "true" : "";
      world.profiles().put(new Profiles.Line(bot.id(), Profiles.Field.FLAG, name, "", text));
    }
  }

  Answer redeliver(Request request) {
    // No update has a number beyond an int's: what is larger is as little there.
    int update = Math.clamp(request.numberOr("update_id", 0), -1, Integer.MAX_VALUE);
    return Answer.json(
        200,
        live.with(
            world -> {
              var repeated = world.mail().repeat(named(world, request).id(), update);
              return Json.object().put("update_id", repeated.id());
            }));
  }

  /** The bot that a body names by number or by {@code @name}. */
  static Bot named(World world, Request request) {
    return find(world, request.body().path("bot").asString(""));
  }

  static Bot find(World world, String name) {
    var found =
        NUMBER.matcher(name).matches()
            ? world.people().bot(Long.parseLong(name))
            : world.people().bot(name.startsWith("@") ? name.substring(1) : name);
    return found.orElseThrow(
        () ->
            Refusal.of(
                404, "Not Found: no bot \"" + name + "\"; a bot appears with its first call"));
  }

  private ArrayNode all(World world) {
    var list = Json.array();
    world.people().bots().forEach(bot -> list.add(shown(world, bot)));
    return list;
  }

  private ObjectNode shown(World world, Bot bot) {
    var json = Shapes.bot(bot).put("stars", world.people().stars(bot.id()));
    json.put("test", bot.test());
    json.put("polling", polling.isWaiting(bot.id()));
    json.put("webhook", world.mail().webhook(bot.id()).isSet());
    json.put("pending_update_count", world.mail().waiting(bot.id()));
    return json.set(
        "commands",
        Json.read(world.profiles().commands(bot.id(), List.of("default"), ""))
            .orElseGet(Json::array));
  }
}
