package dev.startill.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a webhook's server sees, byte for byte, and what becomes of its answers. */
class PosterTest {
  private static final byte[] UPDATE = "{\"update_id\":1}".getBytes(StandardCharsets.UTF_8);

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void hangUp() throws IOException {
    server.close();
  }

  @Test
  void the_request_is_telegrams_and_the_connection_is_kept() {
    serve(socket -> answers(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 2));
    try (var poster = poster("http://u:p@shop.example:%d/hook?x=1", "s3cret", 5_000)) {
      assertThat(poster.post(UPDATE)).isInstanceOf(Attempt.Taken.class);
      assertThat(poster.post(UPDATE)).isInstanceOf(Attempt.Taken.class);
    }
    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst())
        .isEqualTo(
            "POST /hook?x=1 HTTP/1.1\n"
                + ("Host: shop.example:" + server.getLocalPort() + "\n")
                + "Authorization: Basic dTpw\n"
                + "X-Telegram-Bot-Api-Secret-Token: s3cret\n"
                + "Content-Type: application/json\n"
                + "Content-Length: 15\n"
                + "Connection: keep-alive\n"
                + "Accept-Encoding: gzip, deflate\n\n"
                + "{\"update_id\":1}");
  }

  @Test
  void a_refusal_keeps_its_own_words_and_its_wish() {
    serve(
        socket ->
            answers(
                socket,
                "HTTP/1.1 503 Come Back Later\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n",
                1));
    try (var poster = poster("http://shop.example:%d/", "", 5_000)) {
      assertThat(poster.post(UPDATE)).isEqualTo(new Attempt.Refused(503, "Come Back Later", 9));
    }
  }

  @Test
  void a_chunked_answer_and_one_until_the_end_are_read() {
    serve(
        socket ->
            answers(
                socket,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                1));
    try (var poster = poster("http://shop.example:%d/", "", 5_000)) {
      assertThat(((Attempt.Taken) poster.post(UPDATE)).body()).asString().isEqualTo("{}");
    }
    serve(socket -> answers(socket, "HTTP/1.0 200 OK\r\n\r\nall of it", 1));
    try (var poster = poster("http://shop.example:%d/", "", 5_000)) {
      assertThat(((Attempt.Taken) poster.post(UPDATE)).body()).asString().isEqualTo("all of it");
    }
  }

  @Test
  void one_that_never_answers_or_hangs_up_or_is_not_there_is_named_so() throws IOException {
    serve(socket -> read(socket));
    try (var poster = poster("http://shop.example:%d/", "", 5_000)) {
      assertThat(poster.post(UPDATE)).isEqualTo(new Attempt.Broken("Connection closed"));
    }
    try (var poster = poster("http://shop.example:%d/", "", 50)) {
      assertThat(poster.post(UPDATE)).isEqualTo(new Attempt.Broken("Read timeout expired"));
    }
    server.close();
    try (var poster = poster("http://shop.example:%d/", "", 5_000)) {
      assertThat(poster.post(UPDATE)).isEqualTo(new Attempt.Broken("Connection refused"));
    }
  }

  @Test
  @Timeout(20)
  void one_that_drips_is_left_when_the_whole_time_is_over() {
    serve(
        socket -> {
          answers(socket, "HTTP/1.1 200 OK\r\nX: ", 1);
          drips(socket);
        });
    try (var poster = poster("http://shop.example:%d/", "", 200)) {
      assertThat(poster.post(UPDATE)).isEqualTo(new Attempt.Broken("Read timeout expired"));
    }
  }

  /** A byte every now and then, until the other side hangs up. */
  private static void drips(Socket socket) {
    try {
      socket.setSoTimeout(20);
      while (true) {
        socket.getOutputStream().write('a');
        try {
          if (socket.getInputStream().read() < 0) {
            return;
          }
        } catch (SocketTimeoutException e) {
          // It is still there.
        }
      }
    } catch (IOException e) {
      // It hung up in the middle of a byte.
      return;
    }
  }

  private Poster poster(String url, String secret, int patienceMillis) {
    var webhook =
        new Webhook(url.formatted(server.getLocalPort()), secret, 40, "127.0.0.1", true, "");
    return new Poster(webhook, Duration.ofMillis(patienceMillis));
  }

  /** Takes one connection. */
  private void serve(Consumer<Socket> work) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (var socket = server.accept()) {
                work.accept(socket);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void answers(Socket socket, String answer, int times) {
    for (int i = 0; i < times; i++) {
      read(socket);
      try {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void read(Socket socket) {
    try {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      var text = new StringBuilder();
      for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        text.append(line).append('\n');
      }
      text.append('\n');
      for (int i = 0; i < UPDATE.length; i++) {
        text.append((char) in.read());
      }
      heard.add(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
