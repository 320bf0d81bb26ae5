package dev.startill.sandbox.http;

import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Unicode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A multipart/form-data body: fields become values, parts with a file name uploads. A part's header
 * is read as the real server reads it (tdlib/td, HttpReader.cpp): attributes end at the next
 * semicolon and need no quotes.
 */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final String DISPOSITION = "content-disposition";
  private static final String FORM_DATA = "form-data;";
  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] body;
  private final byte[] delimiter;

  Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  static Optional<String> boundary(String contentType) {
    var matcher = BOUNDARY.matcher(contentType);
    return matcher.find()
        ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  void readInto(Parameters parameters) {
    int start = find(delimiter, 0);
    while (start >= 0) {
      int head = start + delimiter.length + 2;
      int next = find(delimiter, head);
      int blank = find(BLANK_LINE, head - 2);
      if (next < 0 || blank < 0 || blank > next) {
        return;
      }
      int from = Math.min(blank + BLANK_LINE.length, next);
      part(Unicode.decode(body, head, Math.max(0, blank - head)), from, next - 2, parameters);
      start = next;
    }
  }

  private void part(String headers, int from, int to, Parameters parameters) {
    var read = headers(headers);
    var attributes = attributes(read.getOrDefault(DISPOSITION, ""));
    var name = attributes.getOrDefault("name", "");
    if (name.isEmpty()) {
      return;
    }
    int end = Math.max(from, to);
    var file = attributes.get("filename");
    if (file != null) {
      var mimeType = read.getOrDefault("content-type", "application/octet-stream");
      var content = Arrays.copyOfRange(body, from, end);
      parameters.add(name, new Parameters.Upload(file, mimeType, content));
    } else {
      var text = Unicode.decode(body, from, end - from);
      parameters.add(name, new Parameters.Value(text, false));
    }
  }

  private static Map<String, String> headers(String lines) {
    var headers = new HashMap<String, String>();
    for (var line : lines.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static Map<String, String> attributes(String disposition) {
    var attributes = new HashMap<String, String>();
    if (disposition.startsWith(FORM_DATA)) {
      for (var attribute : disposition.substring(FORM_DATA.length()).split(";", -1)) {
        int equals = attribute.indexOf('=');
        if (equals > 0) {
          attributes.put(
              attribute.substring(0, equals).strip(),
              unquoted(attribute.substring(equals + 1).strip()));
        }
      }
    }
    return attributes;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private int find(byte[] wanted, int from) {
    outer:
    for (int i = Math.max(0, from); i <= body.length - wanted.length; i++) {
      for (int j = 0; j < wanted.length; j++) {
        if (body[i + j] != wanted[j]) {
          continue outer;
        }
      }
      return i;
    }
    return -1;
  }
}
