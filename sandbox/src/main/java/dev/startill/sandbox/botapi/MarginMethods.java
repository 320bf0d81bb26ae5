package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Right;
import dev.startill.sandbox.world.World;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reactions and pins. */
final class MarginMethods {
  private MarginMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("setmessagereaction", MarginMethods::react);
    table.put("pinchatmessage", MarginMethods::pin);
    table.put("unpinchatmessage", MarginMethods::unpin);
    table.put("unpinallchatmessages", MarginMethods::unpinAll);
  }

  /**
   * A bot has one reaction to a message at most (core.telegram.org/bots/api#setmessagereaction).
   */
  private static Reply react(Call call) {
    var reactions = Json.array();
    list(call).forEach(type -> reactions.add(Unreadable.naming("ReactionType", () -> read(type))));
    var target = target(call);
    call.world()
        .run(
            world -> {
              var message = target.inChat(world, call.bot().id(), "react");
              if (reactions.size() > 1) {
                throw Refusal.badRequest("REACTIONS_TOO_MANY");
              }
              if (message.isService()) {
                throw Refusal.badRequest("REACTION_INVALID");
              }
              var json = reactions.isEmpty() ? "" : Json.text(reactions);
              world.margins().react(message, call.bot().id(), json);
            });
    return Reply.done();
  }

  private static JsonNode list(Call call) {
    var text = call.text("reaction");
    if (text.isEmpty()) {
      return Json.array();
    }
    var list =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse reaction types JSON object"));
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of ReactionType");
    }
    return list;
  }

  private static ObjectNode read(JsonNode type) {
    if (!type.isObject()) {
      throw new Unreadable("expected an Object");
    }
    var fields = new Fields(type);
    return switch (fields.required("type")) {
      case "emoji" -> Json.object().put("type", "emoji").put("emoji", fields.required("emoji"));
      case "custom_emoji" ->
          Json.object()
              .put("type", "custom_emoji")
              .put("custom_emoji_id", Long.toString(fields.requiredNumber("custom_emoji_id")));
      default -> throw new Unreadable("invalid reaction type specified");
    };
  }

  private static Reply pin(Call call) {
    var target = target(call);
    call.world()
        .run(
            world -> {
              var message = target.inChat(world, call.bot().id(), "pin");
              requireMayPin(world, call.bot().id(), message.chat());
              if (message.isService()) {
                throw Refusal.badRequest("service messages can't be pinned");
              }
              world.margins().pin(message, call.bot().id());
            });
    return Reply.done();
  }

  private static Reply unpin(Call call) {
    var target = target(call);
    call.world()
        .run(
            world -> {
              var chat = world.chats().find(call.bot().id(), target.chatId());
              requireMayPin(world, call.bot().id(), chat);
              var message =
                  target.messageId() == 0
                      ? newest(world, chat)
                      : target.inChat(world, call.bot().id(), "unpin");
              boolean was = world.margins().unpin(chat, message.id());
              assert was || message.id() > 0;
            });
    return Reply.done();
  }

  private static Message newest(World world, Chat chat) {
    return world.margins().pinned(chat).stream()
        .findFirst()
        .orElseThrow(() -> Refusal.badRequest("message to unpin not found"));
  }

  private static Reply unpinAll(Call call) {
    var chatId = call.chatId();
    call.world()
        .run(
            world -> {
              var chat = world.chats().find(call.bot().id(), chatId);
              requireMayPin(world, call.bot().id(), chat);
              world.margins().unpinAll(chat);
            });
    return Reply.done();
  }

  /** The words are TDLib's (DialogManager.cpp, can_pin_messages). */
  private static void requireMayPin(World world, long bot, Chat chat) {
    boolean may =
        switch (chat) {
          case Chat.Private p -> true;
          case Chat.Channel c -> world.memberships().of(c, bot).may(Right.CAN_EDIT_MESSAGES);
          case Chat.Group g -> world.memberships().of(g, bot).may(Right.CAN_PIN_MESSAGES);
        };
    if (!may) {
      throw Refusal.badRequest("not enough rights to manage pinned messages in the chat");
    }
  }

  private static MessageTarget target(Call call) {
    NotHere.requireOwnAccount(call);
    return new MessageTarget(call.chatId(), MessageTarget.id(call), "");
  }
}
