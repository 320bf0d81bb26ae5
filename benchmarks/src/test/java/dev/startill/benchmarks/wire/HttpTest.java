package dev.startill.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
  private Loop loop;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    loop = Loop.start("test");
    server =
        HttpServer.listen(
            loop,
            0,
            (request, exchange) ->
                exchange.answer(
                    new Bytes()
                        .add(request.path())
                        .add(" ")
                        .add(request.fields().text("chat_id"))
                        .add(" ")
                        .add(request.fields().text("text"))));
  }

  @AfterEach
  void stop() {
    loop.close();
  }

  @Test
  void a_body_of_json() throws IOException {
    var body = "{\"reply\":{\"chat_id\":1},\"chat_id\":77,\"text\":\"a \\\"b\\\" ⭐\"}";
    assertThat(said(withLength("application/json", body))).endsWith("/bot1:a/send 77 a \"b\" ⭐");
  }

  @Test
  void a_form() throws IOException {
    var body = "chat_id=77&text=a+b%21";
    assertThat(said(withLength("application/x-www-form-urlencoded", body))).endsWith(" 77 a b!");
  }

  @Test
  void a_form_in_parts() throws IOException {
    var body =
        crlf(
            """
            --x
            Content-Disposition: form-data; name="chat_id"
            Content-Length: 2

            77
            --x
            Content-Disposition: form-data; name="text"

            a b
            --x--
            """);
    assertThat(said(withLength("multipart/form-data; boundary=x", body))).endsWith(" 77 a b");
  }

  @Test
  void a_body_in_chunks() throws IOException {
    var request =
        crlf(
            """
            POST /bot1:a/send HTTP/1.1
            Host: x
            transfer-encoding: chunked

            9
            {"chat_id
            5
            ":77}
            0

            """);
    assertThat(said(request)).endsWith("/bot1:a/send 77 ");
  }

  @Test
  void requests_that_come_at_once_are_answered_in_turn() throws IOException {
    var one = withLength("application/json", "{\"chat_id\":1}");
    var two = withLength("application/json", "{\"chat_id\":2}");
    var close = two.replace("Host: x", "Host: x\r\nConnection: close");
    assertThat(said(one + close)).containsSubsequence("/bot1:a/send 1 ", "/bot1:a/send 2 ");
  }

  @Test
  void a_client_hears_of_each_answer_and_of_a_server_that_is_gone() {
    var heard = new CompletableFuture<String>();
    var none = new CompletableFuture<Boolean>();
    loop.execute(
        () -> {
          var client = new HttpClient(loop, server.port(), 1, "");
          client.post("/a", new Bytes().add("{\"chat_id\":7}"), response -> {});
          client.post(
              "/b",
              new Bytes().add("{\"chat_id\":8}"),
              response -> heard.complete(response == null ? "none" : text(response)));
          new HttpClient(loop, 1, 1, "")
              .post("/c", new Bytes(), response -> none.complete(response == null));
        });
    assertThat(heard.join()).isEqualTo("/b 8 ");
    assertThat(none.join()).isTrue();
  }

  private static String crlf(String lines) {
    return lines.replace("\n", "\r\n");
  }

  private static String text(Message message) {
    return new String(message.array, message.bodyFrom, message.length(), StandardCharsets.UTF_8);
  }

  private static String withLength(String type, String body) {
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    return "POST /bot1:a/send HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(type, length, body);
  }

  /** What comes back until it is silent: all of it, or the last answer's end. */
  private String said(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
