package dev.startill.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An update with the JSON of what it holds: written once, when it was queued, and never again. */
@SuppressWarnings("ArrayRecordComponent") // bytes are never changed, nor compared
public record Letter(Update update, byte[] json) {
  /** What counts against the bounds of a queue: the field with its value. */
  public int size() {
    return update.body().field().length() + "\"\":".length() + json.length;
  }

  /** The Update object; the line's end behind its number is Telegram's own (Client.cpp). */
  public byte[] text() {
    var head = "{\"update_id\":" + update.id() + ",\n\"" + update.body().field() + "\":";
    var start = head.getBytes(StandardCharsets.US_ASCII);
    var text = Arrays.copyOf(start, start.length + json.length + 1);
    System.arraycopy(json, 0, text, start.length, json.length);
    text[text.length - 1] = '}';
    return text;
  }

  Letter with(Update other) {
    return new Letter(other, json);
  }
}
