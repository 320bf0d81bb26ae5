package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How large a request may be, and requests that few clients make (HttpReader.cpp). */
class LimitsTest extends SandboxTest {
  /** Bytes of an answer that are read: less than the shortest has. */
  private static final int NEEDED = 40;

  private static final String PATH = "/bot" + Client.TOKEN + "/getMe";

  @Test
  void an_absolute_uri_is_not_found() throws IOException {
    assertThat(raw("GET http://127.0.0.1" + PATH + " HTTP/1.1\r\nHost: x\r\n"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void headers_over_256_kibibytes_are_refused() throws IOException {
    var fits = "X: " + "x".repeat(100_000) + "\r\n";
    assertThat(raw("GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + fits)).startsWith("HTTP/1.1 200");
    assertThat(raw("GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + fits.repeat(3)))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void fifty_files_are_taken_and_one_more_is_not() {
    assertThat(send(50).status()).isEqualTo(200);
    assertThat(send(51).status()).isEqualTo(413);
    assertThat(send(51).description())
        .isEqualTo("Request Entity Too Large: too many files attached");
  }

  @Test
  void files_may_be_larger_than_parameters() {
    var file = part("f0", "; filename=\"a\"", "x".repeat(3 << 20)) + "--x--\r\n";
    assertThat(bot.send(bot.post(PATH, "multipart/form-data; boundary=x", file)).status())
        .isEqualTo(200);
    var text = part("text", "", "x".repeat(1 << 20)) + "--x--\r\n";
    assertThat(bot.send(bot.post(PATH, "multipart/form-data; boundary=x", text)).status())
        .isEqualTo(413);
    var query = bot.get(PATH + "?text=" + "x".repeat(100_000));
    assertThat(query.status()).isEqualTo(200);
  }

  @Test
  void a_body_of_a_kind_that_means_nothing_is_ignored() {
    var answer = bot.send(bot.post(PATH, "text/plain", "x".repeat(1000)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/json");
  }

  private Client.Answer send(int files) {
    var body = new StringBuilder();
    for (int i = 0; i < files; i++) {
      body.append(part("f" + i, "; filename=\"a\"", "x"));
    }
    return bot.send(bot.post(PATH, "multipart/form-data; boundary=x", body + "--x--\r\n"));
  }

  private static String part(String name, String more, String content) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, more, content);
  }

  private String raw(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(NEEDED), StandardCharsets.UTF_8);
    }
  }
}
