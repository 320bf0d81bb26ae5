package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Json;
import java.util.regex.Pattern;

/** Marks commands in what a user wrote, as Telegram's server does. */
final class CommandEntities {
  private static final Pattern COMMAND =
      Pattern.compile("(?<![^\\s])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_/])");

  private CommandEntities() {}

  /** The entities as JSON text; empty when there are none. Offsets count UTF-16 units. */
  static String of(String text) {
    var matcher = COMMAND.matcher(text);
    var list = Json.array();
    while (matcher.find()) {
      list.addObject()
          .put("offset", matcher.start())
          .put("length", matcher.end() - matcher.start())
          .put("type", "bot_command");
    }
    return list.isEmpty() ? "" : Json.text(list);
  }
}
