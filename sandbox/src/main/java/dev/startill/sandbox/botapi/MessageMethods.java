package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What bots write into chats, and what they do with it afterwards. */
final class MessageMethods {
  /** As in Client.cpp, get_chat_action; some have an older name too. */
  private static final Set<String> ACTIONS =
      Set.of(
          "cancel",
          "typing",
          "record_video",
          "upload_video",
          "record_audio",
          "record_voice",
          "upload_audio",
          "upload_voice",
          "upload_photo",
          "upload_document",
          "choose_sticker",
          "pick_up_location",
          "find_location",
          "record_video_note",
          "upload_video_note");

  private MessageMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("sendmessage", MessageMethods::sendMessage);
    table.put("sendchataction", MessageMethods::sendChatAction);
    table.put("answercallbackquery", MessageMethods::answerCallbackQuery);
  }

  private static Reply sendMessage(Call call) {
    var text = Texts.read(call);
    return call.send(world -> Texts.checked(text), Keyboard.ofMessage(call));
  }

  private static Reply sendChatAction(Call call) {
    var action = call.text("action").toLowerCase(Locale.ROOT);
    if (!ACTIONS.contains(action)) {
      throw Refusal.badRequest("wrong parameter action in request");
    }
    NotHere.requireNoTopic(call);
    NotHere.requireOwnAccount(call);
    var chatId = call.chatId();
    call.world()
        .run(
            world -> {
              var chat = world.chats().reachable(call.bot().id(), chatId);
              world.actions().show(chat, call.bot().id(), action);
            });
    return Reply.done();
  }

  private static Reply answerCallbackQuery(Call call) {
    long id = Queries.id(call.text("callback_query_id"));
    var text = call.wholeText("text");
    boolean alert = call.parameters().flag("show_alert");
    var url = call.wholeText("url");
    call.world().run(world -> world.buttons().answer(call.bot().id(), id, text, alert, url));
    return Reply.done();
  }
}
