package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.regex.Pattern;

/** Reads {@code language_code}: two letters, or nothing for all languages (BotCommand.cpp). */
final class Languages {
  private static final Pattern CODE = Pattern.compile("(?:[a-z]{2})?");

  private Languages() {}

  static String of(Call call) {
    var code = call.text("language_code");
    if (!CODE.matcher(code).matches()) {
      throw Refusal.badRequest("invalid language code specified");
    }
    return code;
  }
}
