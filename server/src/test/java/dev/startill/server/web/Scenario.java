package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One HTTP exchange as a value: what is sent, and what must come back. Immutable.
 *
 * @param verb the method
 * @param path with its query
 * @param headers more of them
 * @param body as it is sent
 * @param length what Content-Length claims
 */
record Scenario(String verb, String path, List<String> headers, String body, int length) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static Scenario get(String path) {
    return new Scenario("GET", path, List.of(), "", 0);
  }

  static Scenario post(String path, String body) {
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    return new Scenario("POST", path, List.of(), body, length);
  }

  Scenario header(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(name + ": " + value);
    return new Scenario(verb, path, List.copyOf(more), body, length);
  }

  /** Claims a longer body than it sends. */
  Scenario claiming(int bytes) {
    return new Scenario(verb, path, headers, body, bytes);
  }

  /** Sends it; the answer is read to its end. */
  Reply sentTo(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      var head = new StringBuilder();
      head.append(verb).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
      headers.forEach(header -> head.append(header).append("\r\n"));
      head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
      var out = socket.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return Reply.of(answerIn(socket.getInputStream()));
    }
  }

  /** Up to the length that the head tells: the server need not close first. */
  private static String answerIn(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (var next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.length() >= 4 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
        break;
      }
    }
    var length = new Reply(0, head.toString().lines().toList(), "").header("Content-Length");
    var body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return head + new String(body, StandardCharsets.UTF_8);
  }

  /**
   * What came back.
   *
   * @param status its number
   * @param head the lines of the head, in lower case names
   * @param body as text
   */
  record Reply(int status, List<String> head, String body) {
    static Reply of(String text) {
      var end = text.indexOf("\r\n\r\n");
      var head = text.substring(0, end).lines().toList();
      return new Reply(
          Integer.parseInt(head.get(0).substring(9, 12)), head, text.substring(end + 4));
    }

    Reply expect(int expected) {
      assertThat(status).as(body).isEqualTo(expected);
      return this;
    }

    Reply with(String part) {
      assertThat(body).contains(part);
      return this;
    }

    Reply without(String part) {
      assertThat(body).doesNotContain(part);
      return this;
    }

    Reply withHeader(String name, String part) {
      assertThat(header(name)).as(name).contains(part);
      return this;
    }

    String header(String name) {
      return head.stream()
          .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    }
  }
}
