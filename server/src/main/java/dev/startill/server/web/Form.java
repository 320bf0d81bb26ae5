package dev.startill.server.web;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a form of ours sends: a few short fields. Immutable.
 *
 * @param fields by their names
 */
record Form(Map<String, String> fields) {
  /** A charge's id and a note, with room to spare. */
  private static final int LONGEST = 16 * 1024;

  /** As the pages' own fields are bounded. */
  private static final int LONGEST_TEXT = 500;

  Form {
    fields = Map.copyOf(fields);
  }

  /** Reads it; empty if it is longer than any form of ours, or no form. */
  static Optional<Form> in(ServerRequest request) throws IOException {
    var body = body(request);
    return body.length > LONGEST
        ? Optional.empty()
        : parsed(new String(body, StandardCharsets.UTF_8));
  }

  /** A field that says something. */
  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** A field for people to read, cut where nobody's form would go on. */
  String note(String name, String usual) {
    return text(name)
        .map(
            note ->
                note.codePointCount(0, note.length()) <= LONGEST_TEXT
                    ? note
                    : note.substring(0, note.offsetByCodePoints(0, LONGEST_TEXT)))
        .orElse(usual);
  }

  private static byte[] body(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (var in = request.content().inputStream()) {
      return in.readNBytes(LONGEST + 1);
    }
  }

  private static Optional<Form> parsed(String body) {
    var fields = new LinkedHashMap<String, String>();
    try {
      for (var pair : body.split("&", -1)) {
        var equals = pair.indexOf('=');
        if (equals > 0) {
          fields.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
      return Optional.of(new Form(fields));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
