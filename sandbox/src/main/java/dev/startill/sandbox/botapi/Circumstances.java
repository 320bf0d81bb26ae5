package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;

/** Reads what a message carries besides its content: what it answers, and its protection. */
final class Circumstances {
  private Circumstances() {}

  /**
   * The marks that a call asks for.
   *
   * @throws Refusal 400 when it answers a message that is not there
   */
  static Marks of(Call call, World world, Chat chat) {
    var marks =
        call.parameters().flag("protect_content")
            ? new Marks(Marks.NONE.replyTo(), "", "", 0, true, 0)
            : Marks.NONE;
    var reply = Json.read(call.text("reply_parameters")).orElseGet(Json::object);
    long target =
        reply
            .path("message_id")
            .asLong(call.parameters().number("reply_to_message_id", 0, 0, Integer.MAX_VALUE));
    if (target == 0) {
      return marks;
    }
    boolean without =
        reply.path("allow_sending_without_reply").asBoolean(false)
            || call.parameters().flag("allow_sending_without_reply");
    var found = world.chats().message(chat, target);
    if (found.isEmpty() && !without) {
      throw Refusal.badRequest("message to be replied not found");
    }
    return found.map(marks::replying).orElse(marks);
  }
}
