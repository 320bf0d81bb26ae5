package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Forwards;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.World;
import tools.jackson.databind.JsonNode;

/** Where a user reads and writes: their chats with bots, and the chats that they are in. */
final class Places {
  private Places() {}

  /** The chat of a body's {@code "bot"} or {@code "chat"}, which the user must be able to read. */
  static Chat readable(World world, JsonNode body, User user) {
    if (body.has("chat")) {
      return shared(world, body.path("chat").asString(""), user);
    }
    return new Chat.Private(Bots.find(world, body.path("bot").asString("")).id(), user.id());
  }

  /**
   * The chat of a body's {@code "to"}: one of the user's own, or, for {@code "user"}, another
   * buyer's chat with the bot that the message comes from.
   */
  static Chat writable(World world, Request request, User user) {
    var to = request.body().path("to");
    if (to.has("user")) {
      var reader = Buyers.user(world, to.path("user").asLong(0));
      var bot = request.body().has("bot") ? request.body().path("bot") : to.path("bot");
      return new Chat.Private(Bots.find(world, bot.asString("")).id(), reader.id());
    }
    if (!to.has("bot") && !to.has("chat")) {
      throw Refusal.of(400, "Bad Request: \"to\" names a \"bot\", a \"chat\" or a \"user\"");
    }
    var chat = readable(world, to, user);
    if (chat instanceof Chat.Channel channel
        && !world.memberships().of(channel, user.id()).status().runsIt()) {
      throw Refusal.of(403, "Forbidden: only administrators post to a channel");
    }
    return chat;
  }

  /** A channel or group that a user is in, by number or by {@code @name}. */
  static Chat.Shared shared(World world, String name, User user) {
    var found =
        name.matches("-\\d{1,18}")
            ? world.people().community(Long.parseLong(name))
            : world.people().community(name.replaceFirst("^@", ""));
    var chat =
        found.orElseThrow(() -> Refusal.of(404, "Not Found: no chat \"" + name + "\"")).chat();
    if (!world.memberships().of(chat, user.id()).status().isIn()) {
      throw Refusal.of(403, "Forbidden: " + user.firstName() + " is not in this chat");
    }
    return chat;
  }

  /** Posts a message there as this user's forward. */
  static Message forward(World world, Message message, User user, Chat to) {
    if (!Forwards.isForwardable(message)) {
      throw Refusal.of(400, "Bad Request: this message can't be forwarded");
    }
    var forwards = new Forwards(world);
    var marks = forwards.marks(message, Marks.NONE);
    return world.chats().pass(user.id(), to, message.content(), forwards.markup(message), marks);
  }
}
