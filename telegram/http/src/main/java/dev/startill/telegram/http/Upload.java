package dev.startill.telegram.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A {@code multipart/form-data} request with one file, streamed from disk: a file of any size costs
 * one small buffer. Immutable.
 */
final class Upload implements Request {
  private final byte[] before;
  private final Path file;
  private final long size;
  private final byte[] after;

  private Upload(byte[] before, Path file, long size, byte[] after) {
    this.before = before;
    this.file = file;
    this.size = size;
    this.after = after;
  }

  /**
   * Measures the file.
   *
   * @param fields the other parameters
   * @param chance makes the boundary, which must not occur in the file
   * @throws NotSentException if the file cannot be read
   */
  static Upload of(
      Address address, String path, Map<String, String> fields, Path file, RandomGenerator chance)
      throws NotSentException {
    var boundary =
        "startill-" + Long.toHexString(chance.nextLong()) + Long.toHexString(chance.nextLong());
    var parts = new StringBuilder();
    fields.forEach(
        (name, value) ->
            parts.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    parts.append(
        "--%s\r\nContent-Disposition: form-data; name=\"document\"; filename=\"%s\"\r\n"
            .formatted(boundary, escaped(file)));
    parts.append("Content-Type: application/octet-stream\r\n\r\n");
    var start = parts.toString().getBytes(StandardCharsets.UTF_8);
    var after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    var size = sizeOf(file);
    var head =
        Request.head(
            address,
            path,
            "multipart/form-data; boundary=" + boundary,
            start.length + size + after.length);
    var before = new ByteArrayOutputStream(head.length + start.length);
    before.writeBytes(head);
    before.writeBytes(start);
    return new Upload(before.toByteArray(), file, size, after);
  }

  @Override
  public long length() {
    return before.length + size + after.length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(before);
    var buffer = new byte[16 * 1024];
    var left = size;
    try (var in = open(file)) {
      while (left > 0) {
        var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new NotSentException("The file '" + file + "' shrank while it was sent.", null);
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    out.write(after);
  }

  private static InputStream open(Path file) throws NotSentException {
    try {
      return Files.newInputStream(file);
    } catch (IOException | UncheckedIOException e) {
      throw new NotSentException(unreadable(file), e);
    }
  }

  private static long sizeOf(Path file) throws NotSentException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new NotSentException(unreadable(file), e);
    }
  }

  /** For people. */
  static String unreadable(Path file) {
    return "The file '" + file + "' cannot be read: put it there, or correct the catalogue.";
  }

  /** As browsers do it: https://html.spec.whatwg.org/#multipart-form-data. */
  private static String escaped(Path file) {
    var name = file.getFileName();
    return (name == null ? "file" : name.toString())
        .replace("\"", "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }
}
