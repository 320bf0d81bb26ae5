package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Seen;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Profiles;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.World;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A user's side of a conversation below {@code /sandbox/users/{id}}: what they write, change and
 * pass on, and what stands around the messages of a chat with a bot.
 */
final class Talk {
  private final LiveWorld live;
  private final InlineTalk inline;

  Talk(LiveWorld live, Waiting waiting) {
    this.live = live;
    this.inline = new InlineTalk(live, waiting);
  }

  /** Whether a request is one of these. */
  static boolean takes(Request request) {
    return switch (name(request)) {
      case "POST messages",
          "PATCH messages",
          "POST forwards",
          "POST privacy",
          "POST inline",
          "GET keyboard",
          "GET commands",
          "GET typing",
          "GET pinned",
          "GET about" ->
          true;
      default -> false;
    };
  }

  Answer answer(Request request, long user) {
    return switch (name(request)) {
      case "POST messages" -> done(world -> write(world, request, Buyers.user(world, user)));
      case "PATCH messages" -> done(world -> rewrite(world, request, Buyers.user(world, user)));
      case "POST forwards" -> done(world -> forward(world, request, Buyers.user(world, user)));
      case "POST privacy" -> done(world -> hide(world, request, Buyers.user(world, user)));
      case "POST inline" -> inline.answer(request, user);
      case "GET keyboard" -> done(world -> keyboard(world, chat(world, request, user)));
      case "GET commands" -> done(world -> commands(world, request, user));
      case "GET typing" -> done(world -> typing(world, chat(world, request, user)));
      case "GET pinned" -> done(world -> pinned(world, chat(world, request, user), user));
      case "GET about" -> done(world -> about(world, request, user));
      default -> throw Control.noSuchCall(request);
    };
  }

  private static String name(Request request) {
    var path = request.path();
    return path.size() < 3 ? "" : request.verb() + " " + path.get(2);
  }

  private Answer done(Function<World, JsonNode> deed) {
    return Answer.json(200, live.with(deed));
  }

  private static JsonNode write(World world, Request request, User author) {
    if (request.path().size() != 3) {
      throw Control.noSuchCall(request);
    }
    var bot = Bots.named(world, request);
    var chat = new Chat.Private(bot.id(), author.id());
    var content = Written.content(world, request.body(), author);
    var marks = Written.marks(world, request, chat);
    return new Seen(world, author.id())
        .message(world.chats().write(author.id(), bot.id(), content, marks));
  }

  private static JsonNode rewrite(World world, Request request, User author) {
    if (request.path().size() != 4) {
      throw Control.noSuchCall(request);
    }
    var chat = new Chat.Private(Bots.named(world, request).id(), author.id());
    var message = message(world, chat, request.pathNumber(3));
    if (!message.isFrom(author.id()) || message.isService()) {
      throw Refusal.of(400, "Bad Request: only what they wrote themselves can be edited");
    }
    var content = Written.changed(message.content(), request.body());
    return new Seen(world, author.id()).message(world.chats().rewrite(message, content));
  }

  private static JsonNode forward(World world, Request request, User user) {
    var from = Places.readable(world, request.body(), user);
    var message = message(world, from, request.number("message_id"));
    var to = Places.writable(world, request, user);
    return new Seen(world, user.id()).message(Places.forward(world, message, user, to));
  }

  private static JsonNode hide(World world, Request request, User user) {
    boolean hidden = request.flagOr("hide_forwards", true);
    world.people().setDiscreet(user.id(), hidden);
    return Json.object().put("hide_forwards", hidden);
  }

  /** The keyboard that stands below the text field: the last one that was sent and not removed. */
  private static JsonNode keyboard(World world, Chat chat) {
    return Json.read(world.chats().keyboard(chat))
        .filter(shown -> !shown.has("remove_keyboard"))
        .orElseGet(Json::object);
  }

  private static JsonNode commands(World world, Request request, long user) {
    var reader = Buyers.user(world, user);
    var chat = chat(world, request, user);
    var bot = Bots.find(world, request.query().text("bot"));
    var profiles = world.profiles();
    var text = profiles.commands(bot.id(), profiles.scopes(chat, user), language(reader));
    return Json.read(text).orElseGet(Json::array);
  }

  private static JsonNode typing(World world, Chat chat) {
    var json = Json.object();
    world
        .actions()
        .now(chat)
        .ifPresent(action -> json.put("bot", action.bot()).put("action", action.name()));
    return json;
  }

  private static JsonNode pinned(World world, Chat chat, long user) {
    var list = Json.array();
    var seen = new Seen(world, user);
    world.margins().pinned(chat).forEach(message -> list.add(seen.message(message)));
    return list;
  }

  /** What an empty chat says of its bot, and the bot's profile, in the reader's language. */
  private static JsonNode about(World world, Request request, long user) {
    var language = language(Buyers.user(world, user));
    var bot = Bots.find(world, request.query().text("bot"));
    var profiles = world.profiles();
    var name = profiles.text(bot.id(), Profiles.Field.NAME, language);
    return Json.object()
        .put("name", name.isEmpty() ? bot.firstName() : name)
        .put("description", profiles.text(bot.id(), Profiles.Field.DESCRIPTION, language))
        .put(
            "short_description",
            profiles.text(bot.id(), Profiles.Field.SHORT_DESCRIPTION, language));
  }

  /** Two letters: commands and descriptions know no regions. */
  private static String language(User user) {
    var code = user.languageCode();
    return code.length() > 2 ? code.substring(0, 2) : code;
  }

  private static Chat chat(World world, Request request, long user) {
    var reader = Buyers.user(world, user);
    var query = request.query();
    return query.has("chat")
        ? Places.shared(world, query.text("chat"), reader)
        : new Chat.Private(Bots.find(world, query.text("bot")).id(), reader.id());
  }

  private static Message message(World world, Chat chat, long id) {
    return world
        .chats()
        .message(chat, id)
        .orElseThrow(() -> Refusal.of(404, "Not Found: no message " + id + " in this chat"));
  }
}
