package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Refusal;

/** The text of a message: read before the chat is looked up, and checked after. */
final class Texts {
  private static final int LIMIT = 4096;

  private Texts() {}

  static FormattedText read(Call call) {
    if (call.text("text").isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    return FormattedText.read(call, "text", "entities");
  }

  static Content.Text checked(FormattedText text) {
    if (text.isEmpty()) {
      throw Refusal.badRequest("text must be non-empty");
    }
    if (text.length() > LIMIT) {
      throw Refusal.badRequest("message is too long");
    }
    return new Content.Text(text.text(), text.entities());
  }
}
