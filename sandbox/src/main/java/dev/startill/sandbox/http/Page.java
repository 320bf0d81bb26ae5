package dev.startill.sandbox.http;

import dev.startill.sandbox.wire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The chat page's files, from the jar. */
final class Page {
  /** Nothing but our own files runs; pictures of invoices may come from elsewhere. */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data: https:; style-src 'self';"
          + " frame-src https: http:";

  private static final String FOLDER = "/dev/startill/sandbox/page/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.([a-z0-9]+)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "webmanifest", "application/manifest+json",
          "json", "application/json");

  private Page() {}

  /** The file of that name; empty when there is none, or the name is no plain file's. */
  static Optional<Answer> file(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches() || !TYPES.containsKey(matcher.group(2))) {
      return Optional.empty();
    }
    try (var in = Page.class.getResourceAsStream(FOLDER + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Answer(200, TYPES.get(matcher.group(2)), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
