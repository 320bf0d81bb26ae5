package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Right;
import dev.startill.sandbox.world.World;
import java.util.Map;

/** Taking messages away, by the rules of core.telegram.org/bots/api#deletemessage. */
final class DeleteMethods {
  private static final long DAY = 24 * 60 * 60;
  private static final int MOST = 100;

  private DeleteMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("deletemessage", DeleteMethods::one);
    table.put("deletemessages", DeleteMethods::many);
  }

  private static Reply one(Call call) {
    if (call.text("chat_id").isEmpty()) {
      throw Refusal.badRequest("chat identifier is not specified");
    }
    if (MessageTarget.id(call) == 0) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    var target = MessageTarget.of(call);
    call.world()
        .run(
            world -> {
              var message = target.inChat(world, call.bot().id(), "delete");
              check(world, call.bot().id(), message);
              boolean gone = world.chats().delete(message.chat(), message.id());
              assert gone;
            });
    return Reply.done();
  }

  /** Those that are not there are passed over; if one may not go, none does. */
  private static Reply many(Call call) {
    var ids = MessageIds.of(call, MOST);
    var chatId = call.chatId();
    call.world()
        .run(
            world -> {
              var chat = world.chats().find(call.bot().id(), chatId);
              var found =
                  ids.stream().flatMap(id -> world.chats().message(chat, id).stream()).toList();
              found.forEach(message -> check(world, call.bot().id(), message));
              for (var message : found) {
                boolean gone = world.chats().delete(chat, message.id());
                assert gone || found.size() > 1;
              }
            });
    return Reply.done();
  }

  private static void check(World world, long bot, Message message) {
    switch (message.chat()) {
      case Chat.Private p -> checkAge(world, message);
      case Chat.Shared shared -> {
        if (!mayDelete(world, bot, shared, message)) {
          throw Refusal.badRequest("message can't be deleted");
        }
      }
    }
  }

  private static boolean mayDelete(World world, long bot, Chat.Shared chat, Message message) {
    var standing = world.memberships().of(chat, bot);
    if (standing.may(Right.CAN_DELETE_MESSAGES)) {
      return true;
    }
    boolean own = message.isFrom(bot) && !message.isService();
    return switch (chat) {
      case Chat.Channel c -> own && standing.may(Right.CAN_POST_MESSAGES);
      case Chat.Group g -> own && standing.status().isIn();
    };
  }

  private static void checkAge(World world, Message message) {
    long age = world.now().getEpochSecond() - message.date();
    boolean freshDice =
        age < DAY
            && message.content() instanceof Content.Card card
            && card.kind() == Content.Card.Kind.DICE;
    if (age > 2 * DAY || freshDice) {
      throw Refusal.badRequest("message can't be deleted for everyone");
    }
  }
}
