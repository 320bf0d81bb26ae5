package dev.startill.sandbox.http;

import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Unicode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A multipart/form-data body (RFC 7578): fields become values, parts with a file name uploads. */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern TYPE =
      Pattern.compile("content-type:\\s*([^\\r\\n]+)", Pattern.CASE_INSENSITIVE);
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
    var name = NAME.matcher(headers);
    if (!name.find()) {
      return;
    }
    int end = Math.max(from, to);
    var file = FILE.matcher(headers);
    if (file.find()) {
      var type = TYPE.matcher(headers);
      var mimeType = type.find() ? type.group(1).strip() : "application/octet-stream";
      var content = Arrays.copyOfRange(body, from, end);
      parameters.add(name.group(1), new Parameters.Upload(file.group(1), mimeType, content));
    } else {
      var text = Unicode.decode(body, from, end - from);
      parameters.add(name.group(1), new Parameters.Value(text, false));
    }
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
