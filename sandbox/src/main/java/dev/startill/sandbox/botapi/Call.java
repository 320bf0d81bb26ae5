package dev.startill.sandbox.botapi;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Refusal;
import java.util.regex.Pattern;

/** One call of one bot: who calls, with what, and the World to do it in. */
public record Call(Bot bot, Parameters parameters, LiveWorld world) {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  /** A parameter's text, empty when missing. */
  String text(String name) {
    return parameters.text(name);
  }

  /** A text that Telegram will show: it must be whole UTF-8. */
  String wholeText(String name) {
    var text = text(name);
    if (!Unicode.isWhole(text)) {
      throw Refusal.badRequest("strings must be encoded in UTF-8");
    }
    return text;
  }

  /** The user behind {@code chat_id}; the sandbox has private chats only. */
  long chatUser() {
    var chat = text("chat_id");
    if (chat.isEmpty()) {
      throw Refusal.badRequest("chat_id is empty");
    }
    if (!INTEGER.matcher(chat).matches()) {
      throw Refusal.badRequest("chat not found");
    }
    return Long.parseLong(chat);
  }

  /** A JSON parameter that is handed through: empty, or the text of an array. */
  String array(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      return "";
    }
    return Json.read(text)
        .filter(node -> node.isArray())
        .map(Json::text)
        .orElseThrow(() -> Refusal.badRequest("can't parse entities: expected an Array"));
  }

  /** Sends a message to {@code chat_id} and answers with it. */
  Reply send(Content content, String replyMarkup) {
    long user = chatUser();
    var json =
        world.with(
            w ->
                new Shapes(w.people())
                    .message(w.chats().send(bot.id(), user, content, replyMarkup)));
    return Reply.result(json);
  }
}
