package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.InlineIds;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;

/** What a bot says to a Mini App that a user has open. */
final class WebAppMethods {
  private WebAppMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("answerwebappquery", WebAppMethods::answer);
  }

  /** The result appears in the chat as the user's own message, sent through the bot. */
  private static Reply answer(Call call) {
    var json =
        Json.read(call.parameters().required("result"))
            .orElseThrow(() -> Refusal.badRequest("can't parse JSON encoded web app query result"));
    var result = Unreadable.naming("web app query result", () -> InlineResult.read(call, json));
    long query = Queries.id(call.text("web_app_query_id"));
    var sent =
        call.world()
            .with(
                world -> {
                  var made = result.in(world);
                  long user = world.webApps().take(call.bot().id(), query).user();
                  var chat = new Chat.Private(call.bot().id(), user);
                  var marks = Marks.NONE.via(call.bot().id());
                  var message =
                      world.chats().pass(user, chat, made.content(), made.replyMarkup(), marks);
                  return made.replyMarkup().isEmpty()
                      ? Json.object()
                      : Json.object().put("inline_message_id", InlineIds.of(message));
                });
    return Reply.result(sent);
  }
}
