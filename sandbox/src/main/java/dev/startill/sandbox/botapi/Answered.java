package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Optional;

/**
 * The message that a call answers, 0 for none: {@code reply_parameters}, or what was there before
 * them (Client.cpp, get_reply_parameters and check_reply_parameters).
 */
record Answered(String chatId, long message, boolean mayBeMissing) {
  private static final Answered NONE = new Answered("", 0, false);

  static Answered read(Call call) {
    var parameters = call.parameters();
    if (!parameters.has("reply_parameters")) {
      long message = parameters.number("reply_to_message_id", 0, 0, Integer.MAX_VALUE);
      return new Answered("", message, parameters.flag("allow_sending_without_reply"));
    }
    var text = call.text("reply_parameters");
    if (text.isEmpty()) {
      return NONE;
    }
    var json =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("Can't parse reply parameters JSON object"));
    if (!json.isObject()) {
      throw Refusal.badRequest("Object expected as reply parameters");
    }
    return json.isEmpty() ? NONE : Unreadable.unnamed(() -> read(new Fields(json)));
  }

  private static Answered read(Fields fields) {
    var chat = fields.optional("chat_id");
    long message = Math.clamp(fields.requiredNumber("message_id"), 0, Integer.MAX_VALUE);
    boolean mayBeMissing = fields.flag("allow_sending_without_reply");
    if (!fields.optional("quote").isEmpty()) {
      throw NotHere.refusal("reply_parameters.quote");
    }
    if (fields.number("checklist_task_id", Integer.MAX_VALUE) != 0) {
      throw NotHere.refusal("reply_parameters.checklist_task_id");
    }
    if (!fields.optional("poll_option_id").isEmpty()) {
      throw NotHere.refusal("reply_parameters.poll_option_id");
    }
    return new Answered(chat, message, mayBeMissing);
  }

  /**
   * The message, if there is one to answer in this chat.
   *
   * @throws Refusal 400 when it is not there, 501 when it is another chat's
   */
  Optional<Message> find(Call call, World world, Chat chat) {
    if (message == 0) {
      return Optional.empty();
    }
    if (!chatId.isEmpty() && !world.chats().find(call.bot().id(), chatId).equals(chat)) {
      throw NotHere.refusal("reply_parameters.chat_id");
    }
    var found = world.chats().message(chat, message);
    if (found.isEmpty() && !mayBeMissing) {
      throw Refusal.badRequest("message to be replied not found");
    }
    return found;
  }
}
