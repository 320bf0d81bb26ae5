package dev.startill.sandbox.botapi;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.function.Function;

/** One call of one bot: who calls, with what, and the World to do it in. */
public record Call(Bot bot, Parameters parameters, LiveWorld world) {
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

  /** As {@link #wholeText}, and it must be there. */
  String requiredWhole(String name) {
    return parameters.required(name).isEmpty() ? "" : wholeText(name);
  }

  /** What stands in {@code chat_id}: {@link dev.startill.sandbox.world.Chats} finds the chat. */
  String chatId() {
    var chat = text("chat_id");
    if (chat.isEmpty()) {
      throw Refusal.badRequest("chat_id is empty");
    }
    return chat;
  }

  /**
   * Lets so many messages of this call go into a chat: the last check before they do.
   *
   * @throws Refusal 429 by {@link dev.startill.sandbox.world.Pace}
   */
  void pace(World w, Chat chat, int messages) {
    w.pace().pass(bot.id(), chat, messages, parameters.flag("allow_paid_broadcast"));
  }

  /** Sends a message to {@code chat_id} and answers with it. */
  Reply send(Content content, String replyMarkup) {
    return send(w -> content, replyMarkup);
  }

  /** As above, for a content that is made in the World, once the chat is known to be reachable. */
  Reply send(Function<World, Content> content, String replyMarkup) {
    var chatId = chatId();
    var circumstances = Circumstances.read(this);
    var json =
        world.with(
            w -> {
              var chat = w.chats().reachable(bot.id(), chatId);
              var marks = circumstances.in(this, w, chat);
              Keyboard.check(replyMarkup, chat);
              var made = content.apply(w);
              pace(w, chat, 1);
              var message = w.chats().send(bot.id(), chat, made, replyMarkup, marks);
              return new Shapes(w.people()).message(message);
            });
    return Reply.result(json);
  }
}
