package dev.startill.telegram.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.telegram.http.Request.Whole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that says byte for byte what the test wants. */
class ConnectionsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final AtomicInteger accepted = new AtomicInteger();
  private ServerSocket server;
  private volatile String script = OK;
  private volatile boolean hangsUp;
  private volatile boolean waits;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void one_connection_carries_call_after_call() throws IOException {
    try (var connections = connections("http")) {
      for (var i = 0; i < 20; i++) {
        assertThat(body(connections)).isEqualTo("ok");
      }
    }
    assertThat(accepted).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length:2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x=y\r\nk\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nTrailer: x\r\n\r\n"
      })
  void bodies_of_every_framing_are_read(String answer) throws IOException {
    script = answer;
    try (var connections = connections("http")) {
      assertThat(body(connections)).isEqualTo("ok");
      assertThat(body(connections)).isEqualTo("ok");
    }
    assertThat(accepted).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"
      })
  void a_connection_that_ends_is_not_used_again(String answer) throws IOException {
    script = answer;
    hangsUp = true;
    try (var connections = connections("http")) {
      assertThat(body(connections)).isEqualTo("ok");
      assertThat(body(connections)).isEqualTo("ok");
    }
    assertThat(accepted).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1",
        "SSH-2.0-OpenSSH\r\n\r\n",
        "HTTP/1.1 xxx OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokay\r\n0\r\n\r\n"
      })
  void what_cannot_be_read_is_no_request_that_did_not_leave(String answer) {
    script = answer;
    hangsUp = true;
    try (var connections = connections("http")) {
      assertThatThrownBy(() -> body(connections))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(NotSentException.class);
    }
  }

  @Test
  void an_endless_head_is_given_up() {
    script = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000);
    try (var connections = connections("http")) {
      assertThatThrownBy(() -> body(connections)).hasMessageContaining("head is longer");
    }
  }

  @Test
  void no_answer_is_waited_for_until_the_deadline() {
    script = "HTTP/1.1 200 OK\r\n";
    waits = true;
    try (var connections = connections("http")) {
      assertThatThrownBy(() -> body(connections)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_handshake_that_fails_means_that_nothing_left() {
    script = "HTTP/1.1 400 this is no TLS\r\n\r\n";
    hangsUp = true;
    try (var connections = connections("https")) {
      assertThatThrownBy(() -> body(connections)).isInstanceOf(NotSentException.class);
    }
  }

  @Test
  void closing_ends_what_is_under_way() {
    waits = true;
    script = "HTTP/1.1 200 OK\r\n";
    var connections = connections("http");
    var closing =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  while (accepted.get() == 0) {
                    Thread.onSpinWait();
                  }
                  connections.close();
                });
    closing.start();
    assertThatThrownBy(() -> body(connections)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> body(connections)).isInstanceOf(NotSentException.class);
  }

  private Connections connections(String scheme) {
    var address = Address.of(URI.create(scheme + "://127.0.0.1:" + server.getLocalPort()));
    return new Connections(address, () -> trust(address), Duration.ofSeconds(2), 4);
  }

  /** It takes long to read, so it is not asked for in vain. */
  private static SSLSocketFactory trust(Address address) {
    assertThat(address.tls()).isTrue();
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  private static String body(Connections connections) throws IOException {
    var request = new Whole("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
    var response = connections.call(request, Deadline.in(Duration.ofMillis(800)), 1000);
    return new String(response.body(), ISO_8859_1);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        accepted.incrementAndGet();
        Thread.startVirtualThread(
            () -> {
              try (socket) {
                var buffer = new byte[4096];
                while (socket.getInputStream().read(buffer) > 0) {
                  socket.getOutputStream().write(script.getBytes(ISO_8859_1));
                  if (hangsUp) {
                    return;
                  }
                  if (waits) {
                    script = "";
                  }
                }
              } catch (IOException e) {
                // The client has gone.
              }
            });
      } catch (IOException e) {
        return;
      }
    }
  }
}
