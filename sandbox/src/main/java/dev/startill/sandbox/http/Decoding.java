package dev.startill.sandbox.http;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Unicode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads parameters from a query string and a body, as tdlib/telegram-bot-api's HttpReader does:
 * four forms of body mean the same, the query string wins, other bodies are ignored, and of broken
 * JSON whatever stood before the break counts.
 */
public final class Decoding {
  private Decoding() {}

  /** All parameters of a request. */
  public static Parameters decode(String query, String contentType, byte[] body) {
    var parameters = new Parameters();
    form(query, parameters);
    var type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      json(body, parameters);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      form(new String(body, StandardCharsets.ISO_8859_1), parameters);
    } else if (type.startsWith("multipart/form-data")) {
      Multipart.boundary(contentType)
          .ifPresent(boundary -> new Multipart(body, boundary).readInto(parameters));
    }
    return parameters;
  }

  private static void form(String text, Parameters parameters) {
    for (int from = 0; from < text.length(); ) {
      int and = text.indexOf('&', from);
      int end = and < 0 ? text.length() : and;
      int equals = text.indexOf('=', from);
      int name = equals < 0 || equals > end ? end : equals;
      if (name > from) {
        var value = unescape(text, Math.min(name + 1, end), end);
        parameters.add(unescape(text, from, name), new Parameters.Value(value, false));
      }
      from = end + 1;
    }
  }

  private static void json(byte[] body, Parameters parameters) {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        var value =
            parser.nextToken() == JsonToken.VALUE_STRING
                ? new Parameters.Value(parser.getString(), false)
                : new Parameters.Value(Json.text(parser.readValueAsTree()), true);
        parameters.add(name, value);
      }
    } catch (JacksonException e) {
      // The real server also goes on with what it has; a missing parameter is then named.
      return;
    }
  }

  private static String unescape(String text, int from, int to) {
    var bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 2 < to && hex(text, i + 1) >= 0) {
        bytes.write(hex(text, i + 1));
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else if (c < 0x100) {
        bytes.write(c);
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Unicode.decode(bytes.toByteArray(), 0, bytes.size());
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
