package dev.startill.telegram.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Reads HTTP/1.1 responses (RFC 9112) from one socket: lengths and chunks, every part bounded, the
 * whole of it by the caller's deadline. For one thread at a time.
 */
final class ResponseReader {
  /** Telegram's heads have some 500 bytes; a proxy may add to them. */
  private static final int LONGEST_HEAD = 32 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[8 * 1024];
  private int next;
  private int end;
  private int headLeft;
  private Deadline deadline = new Deadline(0);

  ResponseReader(Socket socket, InputStream in) {
    this.socket = socket;
    this.in = in;
  }

  /** What a head says of the body that follows. */
  private static final class Head {
    int status;
    long length = -1;
    boolean chunked;
    boolean keepAlive;
    OptionalLong retryAfter = OptionalLong.empty();
    String date = "";
  }

  Response read(Deadline until, int longestBody) throws IOException {
    deadline = until;
    headLeft = LONGEST_HEAD;
    var head = head();
    while (head.status >= 100 && head.status < 200) {
      head = head();
    }
    var body = body(head, longestBody);
    return new Response(
        head.status, head.retryAfter, head.date, body, head.keepAlive && next == end);
  }

  /** Whether something lies unread or the other side has hung up: no answer is awaited now. */
  boolean stale() {
    if (next != end) {
      return true;
    }
    try {
      socket.setSoTimeout(1);
      in.read();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Head head() throws IOException {
    var head = new Head();
    var status = line();
    if (status.length() < 12 || !status.startsWith("HTTP/1.")) {
      throw new IOException("the answer is not HTTP");
    }
    head.status = number(status.substring(9, 12), 10);
    head.keepAlive = status.startsWith("HTTP/1.1");
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        field(head, line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return head;
  }

  private static void field(Head head, String name, String value) throws IOException {
    if (name.equalsIgnoreCase("content-length")) {
      head.length = number(value, 10);
    } else if (name.equalsIgnoreCase("transfer-encoding")) {
      head.chunked = value.equalsIgnoreCase("chunked");
      head.keepAlive &= head.chunked;
    } else if (name.equalsIgnoreCase("connection")) {
      head.keepAlive &= !value.equalsIgnoreCase("close");
    } else if (name.equalsIgnoreCase("retry-after")) {
      head.retryAfter = Response.seconds(value);
    } else if (name.equalsIgnoreCase("date")) {
      head.date = value;
    }
  }

  private byte[] body(Head head, int longest) throws IOException {
    if (head.status == 204 || head.status == 304) {
      return new byte[0];
    }
    if (head.chunked) {
      return chunks(longest);
    }
    if (head.length < 0) {
      head.keepAlive = false;
      return rest(longest);
    }
    requireFits(head.length, longest);
    var body = new byte[(int) head.length];
    readFully(body);
    return body;
  }

  private byte[] chunks(int longest) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      headLeft = LONGEST_HEAD;
      var line = line();
      var semicolon = line.indexOf(';');
      var size = number((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
      if (size == 0) {
        break;
      }
      requireFits((long) body.size() + size, longest);
      var chunk = new byte[size];
      readFully(chunk);
      body.writeBytes(chunk);
      if (!line().isEmpty()) {
        throw new IOException("the answer's chunks do not fit");
      }
    }
    var trailer = line();
    while (!trailer.isEmpty()) {
      trailer = line();
    }
    return body.toByteArray();
  }

  private byte[] rest(int longest) throws IOException {
    var body = new ByteArrayOutputStream();
    while (next != end || fill()) {
      requireFits((long) body.size() + end - next, longest);
      body.write(buffer, next, end - next);
      next = end;
    }
    return body.toByteArray();
  }

  private static void requireFits(long length, int longest) throws IOException {
    if (length > longest) {
      throw new IOException("the answer is longer than " + longest + " bytes");
    }
  }

  private void readFully(byte[] into) throws IOException {
    var done = 0;
    while (done < into.length) {
      if (next == end && !fill()) {
        throw new EOFException("the connection broke within the answer");
      }
      var some = Math.min(end - next, into.length - done);
      System.arraycopy(buffer, next, into, done, some);
      next += some;
      done += some;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    while (true) {
      for (var i = next; i < end; i++) {
        if (buffer[i] == '\n') {
          append(line, i);
          next = i + 1;
          var length = line.length();
          return length > 0 && line.charAt(length - 1) == '\r'
              ? line.substring(0, length - 1)
              : line.toString();
        }
      }
      append(line, end);
      next = end;
      if (!fill()) {
        throw new EOFException("the connection broke before the answer");
      }
    }
  }

  private void append(StringBuilder line, int upTo) throws IOException {
    headLeft -= upTo - next + 1;
    if (headLeft < 0) {
      throw new IOException("the answer's head is longer than " + LONGEST_HEAD + " bytes");
    }
    line.append(new String(buffer, next, upTo - next, StandardCharsets.ISO_8859_1));
  }

  private boolean fill() throws IOException {
    socket.setSoTimeout(deadline.millisLeft());
    var read = in.read(buffer, 0, buffer.length);
    next = 0;
    end = Math.max(0, read);
    return read > 0;
  }

  private static int number(String text, int radix) throws IOException {
    try {
      var number = Integer.parseInt(text, radix);
      if (number >= 0 && text.charAt(0) != '+' && text.charAt(0) != '-') {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IOException("the answer's head has no number where one belongs");
  }
}
