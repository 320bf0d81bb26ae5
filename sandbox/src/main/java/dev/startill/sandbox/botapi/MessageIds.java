package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads {@code message_ids}, with the words of Client.cpp. */
final class MessageIds {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,10}");

  private MessageIds() {}

  /** The identifiers, at least one and at most so many. */
  static List<Long> of(Call call, int most) {
    var text = call.text("message_ids");
    if (text.isEmpty()) {
      throw Refusal.badRequest("message identifiers are not specified");
    }
    var list =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse message_ids JSON object"));
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of message identifiers");
    }
    if (list.size() > most) {
      throw Refusal.badRequest("too many message identifiers specified");
    }
    var ids = list.valueStream().map(MessageIds::id).toList();
    if (ids.isEmpty()) {
      throw Refusal.badRequest("message identifiers are not specified");
    }
    return ids;
  }

  private static long id(JsonNode node) {
    if (!node.isNumber() && !node.isString()) {
      throw Refusal.badRequest("message identifier must be a Number");
    }
    var text = node.asString();
    if (!INTEGER.matcher(text).matches() || Math.abs(Long.parseLong(text)) > Integer.MAX_VALUE) {
      throw Refusal.badRequest("can't parse message identifier as a Number");
    }
    long id = Long.parseLong(text);
    if (id <= 0) {
      throw Refusal.badRequest("invalid message identifier specified");
    }
    return id;
  }
}
