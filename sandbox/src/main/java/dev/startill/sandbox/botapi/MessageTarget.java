package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.InlineIds;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Right;
import dev.startill.sandbox.world.World;

/** Which message a call is about: a chat's, or one that was sent through the bot's inline mode. */
record MessageTarget(String chatId, long messageId, String inlineMessageId) {
  /**
   * What a call names, in the order of Client.cpp.
   *
   * @throws Refusal 400 when it names nothing
   */
  static MessageTarget of(Call call) {
    NotHere.requireOwnAccount(call);
    long id = id(call);
    if (!call.text("chat_id").isEmpty() || id != 0) {
      return new MessageTarget(call.chatId(), id, "");
    }
    var inline = call.text("inline_message_id");
    if (inline.isEmpty()) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    return new MessageTarget("", 0, inline);
  }

  /** The message_id of a call, 0 for none. */
  static long id(Call call) {
    return call.parameters().number("message_id", 0, 0, Integer.MAX_VALUE);
  }

  /** Whether the bot is answered with no more than true. */
  boolean isInline() {
    return !inlineMessageId.isEmpty();
  }

  /**
   * The message, if the bot may edit it (can_edit_message in MessagesManager.cpp).
   *
   * @throws Refusal 400
   */
  Message toEdit(World world, long bot) {
    var message = isInline() ? inline(world, bot) : inChat(world, bot, "edit");
    if (!mayEdit(world, bot, message)) {
      throw Refusal.badRequest("message can't be edited");
    }
    return message;
  }

  /** The message of a chat; the verb is for the words of the refusal. */
  Message inChat(World world, long bot, String verb) {
    var chat = world.chats().find(bot, chatId);
    return world
        .chats()
        .message(chat, messageId)
        .orElseThrow(() -> Refusal.badRequest("message to " + verb + " not found"));
  }

  private Message inline(World world, long bot) {
    var place =
        InlineIds.read(inlineMessageId)
            .orElseThrow(() -> Refusal.badRequest("invalid inline message identifier specified"));
    return world
        .chats()
        .message(place.chat(), place.message())
        .filter(message -> message.marks().viaBot() == bot)
        .orElseThrow(() -> Refusal.badRequest("MESSAGE_ID_INVALID"));
  }

  private static boolean mayEdit(World world, long bot, Message message) {
    boolean replyKeyboard =
        !message.replyMarkup().isEmpty() && !Shapes.isInline(message.replyMarkup());
    if (!message.marks().forwardOrigin().isEmpty() || replyKeyboard || message.isService()) {
      return false;
    }
    if (message.marks().viaBot() != 0) {
      return message.marks().viaBot() == bot;
    }
    return switch (message.chat()) {
      case Chat.Private p -> message.isFrom(bot);
      case Chat.Group g -> message.isFrom(bot);
      case Chat.Channel c -> {
        var standing = world.memberships().of(c, bot);
        yield standing.may(Right.CAN_EDIT_MESSAGES)
            || (message.isFrom(bot) && standing.may(Right.CAN_POST_MESSAGES));
      }
    };
  }
}
