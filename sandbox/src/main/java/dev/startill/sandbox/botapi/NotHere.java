package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;

/** Places and looks of messages that Telegram has and the sandbox has not. */
final class NotHere {
  private NotHere() {}

  /** What a call hears that asks for it. */
  static Refusal refusal(String parameter) {
    return Refusal.of(501, "Not Implemented: the sandbox does not emulate " + parameter + " yet");
  }

  /**
   * Refuses a message that is to go into a topic, for another account, with an effect, or as a
   * suggestion.
   *
   * @throws Refusal 400 or 501
   */
  static void require(Call call) {
    requireReadable(call.text("suggested_post_parameters"));
    requireNoTopic(call);
    for (var name : new String[] {"direct_messages_topic_id", "message_effect_id"}) {
      if (call.parameters().number(name, 0, Long.MIN_VALUE, Long.MAX_VALUE) != 0) {
        throw refusal(name);
      }
    }
    if (!call.text("suggested_post_parameters").isEmpty()) {
      throw refusal("suggested_post_parameters");
    }
    requireOwnAccount(call);
  }

  /** Forums are not emulated; a call without a topic is fine. */
  static void requireNoTopic(Call call) {
    if (call.parameters().number("message_thread_id", 0, 0, Integer.MAX_VALUE) != 0) {
      throw refusal("message_thread_id");
    }
  }

  /**
   * Bots speak for themselves here: not in the name of the business accounts that let them.
   *
   * @throws Refusal 400 when there is no such connection, 501 when there is
   */
  static void requireOwnAccount(Call call) {
    var id = call.text("business_connection_id");
    if (!id.isEmpty()) {
      long bot = call.bot().id();
      boolean known = call.world().with(world -> world.businesses().require(bot, id).bot() == bot);
      assert known;
      throw refusal("business_connection_id");
    }
  }

  /** The words are Client.cpp's (get_input_suggested_post_info). */
  private static void requireReadable(String text) {
    if (text.isEmpty()) {
      return;
    }
    var json =
        Json.read(text)
            .orElseThrow(
                () -> Refusal.badRequest("Can't parse suggested post parameters JSON object"));
    if (!json.isObject()) {
      throw Refusal.badRequest("Object expected as suggested post parameters");
    }
  }
}
