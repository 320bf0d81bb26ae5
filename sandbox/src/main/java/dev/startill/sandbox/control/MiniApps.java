package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.webapp.Launcher;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.WebAppSession.Launch;
import dev.startill.sandbox.world.World;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a buyer does with Mini Apps: {@code /sandbox/users/{id}/webapps…} and {@code …/menu}. */
final class MiniApps {
  private final LiveWorld live;
  private final Launcher launcher;

  MiniApps(LiveWorld live, Launcher launcher) {
    this.live = live;
    this.launcher = launcher;
  }

  Answer answer(Request request) {
    long user = request.pathNumber(1);
    boolean post = request.verb().equals("POST");
    boolean menu = request.path().get(2).equals("menu");
    int depth = request.path().size();
    if (menu && !post && depth == 3) {
      return menu(request, user);
    }
    if (!menu && post && depth == 3) {
      return open(request, user);
    }
    if (!menu && post && depth == 5 && request.path().get(4).equals("data")) {
      return send(request, user);
    }
    throw Control.noSuchCall(request);
  }

  private record Opened(Launch launch, String button, String url) {}

  private Answer open(Request request, long user) {
    boolean dark = request.textOr("theme", "light").equals("dark");
    var start = request.textOr("start_param", "");
    return Answer.json(
        200,
        live.with(
            world -> {
              var bot = Bots.named(world, request);
              var buyer = Buyers.user(world, user);
              var opened = opened(world, request, bot, buyer);
              var chat = new Chat.Private(bot.id(), buyer.id());
              var session = world.webApps().open(chat, opened.launch(), opened.button(), start);
              return launcher.launch(session, bot, buyer, new Launcher.Page(opened.url(), dark));
            }));
  }

  private static Opened opened(World world, Request request, Bot bot, User user) {
    if (request.body().has("button")) {
      return button(world, request, bot, user);
    }
    if (request.body().path("menu").asBoolean(false)) {
      var menu = menu(world, bot, user);
      var url = menu.at("/web_app/url").asString("");
      if (url.isEmpty()) {
        throw Refusal.of(400, "Bad Request: this bot's menu button opens no Mini App");
      }
      return new Opened(Launch.MENU_BUTTON, menu.path("text").asString(""), url);
    }
    var url = request.text("url");
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw Refusal.of(400, "Bad Request: \"url\" begins with https:// or http://");
    }
    return new Opened(Launch.LINK, "", url);
  }

  private static Opened button(World world, Request request, Bot bot, User user) {
    var text = request.text("button");
    long id = request.number("message_id");
    var message =
        world
            .chats()
            .message(new Chat.Private(bot.id(), user.id()), id)
            .orElseThrow(() -> Refusal.of(404, "Not Found: no message " + id + " in this chat"));
    var markup = markup(message);
    return find(markup.path("inline_keyboard"), text, Launch.INLINE_BUTTON)
        .or(() -> find(markup.path("keyboard"), text, Launch.KEYBOARD_BUTTON))
        .orElseThrow(() -> Refusal.of(400, "Bad Request: that message has no such web_app button"));
  }

  private static JsonNode markup(Message message) {
    return Json.read(message.replyMarkup()).orElseGet(Json::object);
  }

  private static Optional<Opened> find(JsonNode rows, String text, Launch launch) {
    return rows.valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(button -> button.path("text").asString("").equals(text))
        .filter(button -> button.at("/web_app/url").isString())
        .map(button -> new Opened(launch, text, button.at("/web_app/url").stringValue()))
        .findFirst();
  }

  private Answer send(Request request, long user) {
    var data = request.text("data");
    long session = request.pathNumber(3);
    return Answer.json(
        200,
        live.with(
            world ->
                new Shapes(world.people()).message(world.webApps().send(user, session, data))));
  }

  private Answer menu(Request request, long user) {
    var named = request.query().text("bot");
    return Answer.json(
        200, live.with(world -> menu(world, Bots.find(world, named), Buyers.user(world, user))));
  }

  private static JsonNode menu(World world, Bot bot, User user) {
    var text = world.webApps().menuOf(bot.id(), user.id());
    return Json.read(text).orElseGet(Json::object);
  }
}
