package dev.startill.sandbox.delivery;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * One kept-alive HTTP/1.1 connection to a webhook, with the request as Telegram sends it
 * (WebhookActor.cpp) and the answer's own words. For one thread at a time.
 */
final class Line implements AutoCloseable {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ?(.*)");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
  private static final int LONGEST_LINE = 65_536;
  private static final int LONGEST_BODY = 1 << 20;

  private final Socket plain;
  private final Socket socket;
  private final InputStream in;
  private boolean reusable;

  /** Over a connection, and over what makes it secret, if anything. */
  Line(Socket plain, Socket socket) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  boolean isReusable() {
    return reusable;
  }

  Attempt post(byte[] head, byte[] body, Deadline deadline) throws IOException {
    reusable = false;
    deadline.guard(plain);
    var request = new ByteArrayOutputStream(head.length + body.length);
    request.write(head);
    request.write(body);
    socket.getOutputStream().write(request.toByteArray());
    var first = line();
    var status = STATUS.matcher(first);
    if (!status.matches()) {
      throw new IOException("Wrong response from the webhook: " + first);
    }
    int code = Integer.parseInt(status.group(1));
    var headers = headers();
    var content = content(code, headers);
    if (code / 100 == 2) {
      return new Attempt.Taken(headers.getOrDefault("content-type", ""), decoded(content, headers));
    }
    var pause = headers.getOrDefault("retry-after", "");
    long seconds = SECONDS.matcher(pause).matches() ? Long.parseLong(pause) : 0;
    return new Attempt.Refused(code, status.group(2), seconds);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
      return;
    }
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private byte[] content(int code, Map<String, String> headers) throws IOException {
    boolean keep = !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    var coding = headers.getOrDefault("transfer-encoding", "");
    var length = headers.getOrDefault("content-length", "");
    if (code == 204 || code == 304) {
      reusable = keep;
      return new byte[0];
    }
    if (coding.equalsIgnoreCase("chunked")) {
      var body = chunks();
      reusable = keep;
      return body;
    }
    if (SECONDS.matcher(length).matches()) {
      int size = Integer.parseInt(length);
      var body = in.readNBytes(Math.min(size, LONGEST_BODY));
      reusable = keep && body.length == size;
      return body;
    }
    return in.readNBytes(LONGEST_BODY);
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      if (body.size() + (long) size > LONGEST_BODY) {
        throw new IOException("Webhook response is too long");
      }
      body.write(in.readNBytes(size));
      var end = line();
      assert end.isEmpty();
    }
    for (var trailer = line(); !trailer.isEmpty(); trailer = line()) {
      // Trailers say nothing that is needed.
    }
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    var text = line();
    int end = text.indexOf(';');
    try {
      return Integer.parseInt((end < 0 ? text : text.substring(0, end)).strip(), 16);
    } catch (NumberFormatException e) {
      throw new IOException("Wrong chunk in the response", e);
    }
  }

  private static byte[] decoded(byte[] content, Map<String, String> headers) throws IOException {
    var bytes = new ByteArrayInputStream(content);
    return switch (headers.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT)) {
      case "gzip" -> new GZIPInputStream(bytes).readNBytes(LONGEST_BODY);
      case "deflate" -> new InflaterInputStream(bytes).readNBytes(LONGEST_BODY);
      default -> content;
    };
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("Connection closed");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
