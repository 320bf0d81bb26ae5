package dev.startill.telegram.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What every answer of the Bot API is wrapped in (<a
 * href="https://core.telegram.org/bots/api#making-requests">making requests</a>). Immutable.
 *
 * @param ok whether Telegram did it
 * @param code its {@code error_code}, 0 where there is none
 * @param description its words, empty where there are none
 * @param retryAfter {@code parameters.retry_after} in seconds, 0 where there is none
 */
record Envelope(boolean ok, int code, String description, long retryAfter) {
  /** Empty if it is not one, or not whole. */
  static Optional<Envelope> read(byte[] body) {
    try (var json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      var envelope = properties(json, body);
      return json.nextToken() == null ? envelope : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Envelope> properties(JsonParser json, byte[] body) {
    Boolean ok = null;
    var code = 0L;
    var description = "";
    var retryAfter = 0L;
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      if (isFilledUp(json, body)) {
        return Optional.empty();
      }
      var token = json.nextToken();
      switch (name) {
        case "ok" ->
            ok = token == JsonToken.VALUE_TRUE ? Boolean.TRUE : isFalse(token) ? false : null;
        case "error_code" -> code = number(json, token);
        case "description" -> description = token == JsonToken.VALUE_STRING ? json.getString() : "";
        case "parameters" -> retryAfter = retryAfter(json, token);
        default -> json.skipChildren();
      }
    }
    return ok == null
        ? Optional.empty()
        : Optional.of(new Envelope(ok, Math.toIntExact(code), description, retryAfter));
  }

  /**
   * Jackson fills short names up with the byte 255, which is in no UTF-8, and takes a name that
   * begins with it for the one without.
   */
  private static boolean isFilledUp(JsonParser json, byte[] body) {
    var first = (int) json.currentTokenLocation().getByteOffset() + 1;
    return first < body.length && body[first] == (byte) 0xff;
  }

  private static boolean isFalse(JsonToken token) {
    return token == JsonToken.VALUE_FALSE;
  }

  private static long retryAfter(JsonParser json, JsonToken start) {
    if (start != JsonToken.START_OBJECT) {
      json.skipChildren();
      return 0;
    }
    var found = 0L;
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var token = json.nextToken();
      if (name.equals("retry_after")) {
        found = number(json, token);
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  /** 0 for what is no number of 32 bits. */
  private static long number(JsonParser json, JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT) {
      return json.getIntValue();
    }
    json.skipChildren();
    return 0;
  }
}
