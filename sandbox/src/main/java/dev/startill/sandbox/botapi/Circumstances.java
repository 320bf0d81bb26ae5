package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;

/**
 * What a message carries besides its content: what it answers, and its protection. What would lead
 * it elsewhere or show it otherwise than the sandbox can is refused. {@code disable_notification}
 * and {@code link_preview_options} only concern sound and previews, which nobody here hears or
 * sees: they are taken whatever they say.
 */
record Circumstances(boolean protects, Answered answered) {
  /**
   * Reads them and refuses what is not emulated; a parameter's default is always fine.
   *
   * @throws Refusal 400 when something cannot be read, 501 for what is not emulated
   */
  static Circumstances read(Call call) {
    var answered = Answered.read(call);
    NotHere.require(call);
    return new Circumstances(call.parameters().flag("protect_content"), answered);
  }

  /**
   * The marks that a call asks for.
   *
   * @throws Refusal 400 when it answers a message that is not there
   */
  Marks in(Call call, World world, Chat chat) {
    var marks = protects ? new Marks(Marks.NONE.replyTo(), "", "", 0, true, 0) : Marks.NONE;
    return answered.find(call, world, chat).map(marks::replying).orElse(marks);
  }
}
