package dev.startill.sandbox.botapi;

import java.util.Map;

/** What bots write into chats, and what they do with it afterwards. */
final class MessageMethods {
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
    var chatId = call.chatId();
    call.parameters().required("action");
    call.world()
        .run(
            world -> {
              var chat = world.chats().reachable(call.bot().id(), chatId);
              assert chat.id() != 0;
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
