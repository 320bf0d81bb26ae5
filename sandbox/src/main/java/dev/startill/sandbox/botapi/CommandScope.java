package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A BotCommandScope; chat and user are empty and 0 where the type names none. */
record CommandScope(String type, String chatId, long user) {
  private static final Set<String> WIDE =
      Set.of("default", "all_private_chats", "all_group_chats", "all_chat_administrators");
  private static final Set<String> NARROW = Set.of("chat", "chat_administrators", "chat_member");

  /**
   * What a call names, the default when nothing.
   *
   * @throws Refusal 400 when it cannot be read
   */
  static CommandScope of(Call call) {
    var text = call.text("scope");
    if (text.isEmpty()) {
      return new CommandScope("default", "", 0);
    }
    var json =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse BotCommandScope JSON object"));
    return Unreadable.naming("BotCommandScope", () -> read(json));
  }

  private static CommandScope read(JsonNode json) {
    if (!json.isObject()) {
      throw new Unreadable("BotCommandScope must be an Object");
    }
    var fields = new Fields(json);
    var type = fields.required("type");
    if (WIDE.contains(type)) {
      return new CommandScope(type, "", 0);
    }
    if (!NARROW.contains(type)) {
      throw new Unreadable("Unsupported type specified");
    }
    var chatId = fields.required("chat_id");
    if (chatId.isEmpty()) {
      throw new Unreadable("Empty chat_id specified");
    }
    if (!type.equals("chat_member")) {
      return new CommandScope(type, chatId, 0);
    }
    long user = fields.requiredNumber("user_id");
    if (user <= 0) {
      throw new Unreadable("Invalid user_id specified");
    }
    return new CommandScope(type, chatId, user);
  }

  /**
   * How the World knows it, see {@link dev.startill.sandbox.world.Profiles#scopes}.
   *
   * @throws Refusal 400 when there is no such chat, or it has no such scope
   */
  String key(World world, long bot) {
    if (chatId.isEmpty()) {
      return type;
    }
    var chat = world.chats().find(bot, chatId);
    switch (chat) {
      case Chat.Private p -> {
        if (!type.equals("chat")) {
          throw Refusal.badRequest("can't use specified scope in private chats");
        }
      }
      case Chat.Channel c -> throw Refusal.badRequest("can't change commands in channel chats");
      case Chat.Group g -> world.memberships().requireMayRead(bot, g);
    }
    return type + " " + chat.id() + (user == 0 ? "" : " " + user);
  }
}
