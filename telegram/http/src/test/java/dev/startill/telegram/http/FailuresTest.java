package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static Stream<Throwable> ofConnecting() {
    return Stream.of(
        new ConnectException("Failed to connect to /127.0.0.1:1"),
        new UnknownHostException("startill.invalid"),
        new NoRouteToHostException("No route to host"),
        new SSLHandshakeException("PKIX path building failed"),
        new SocketTimeoutException("Connect timed out"),
        new RuntimeException(new ConnectException("refused")));
  }

  static Stream<Throwable> ofWhatLeft() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new SocketTimeoutException("timeout"),
        new SocketException("Connection reset"),
        new EOFException(),
        new SSLException("Connection reset"),
        new RuntimeException(new IOException("unexpected end of stream")),
        new IllegalStateException("closed"));
  }

  @ParameterizedTest
  @MethodSource("ofConnecting")
  void what_never_connected_was_not_sent(Throwable failure) {
    assertThat(replyOf(failure)).isInstanceOf(Reply.Unsent.class);
  }

  @ParameterizedTest
  @MethodSource("ofWhatLeft")
  void all_else_is_unknown(Throwable failure) {
    assertThat(replyOf(failure)).isInstanceOf(Reply.Unknown.class);
  }

  @Test
  void a_client_that_tried_again_in_vain_may_have_been_heard_the_first_time() {
    var second = new ConnectException("refused");
    second.addSuppressed(new SocketException("Connection reset"));
    assertThat(replyOf(second)).isInstanceOf(Reply.Unknown.class);
  }

  @Test
  void a_client_that_tried_one_address_after_the_other_was_heard_at_none() {
    var second = new ConnectException("refused");
    second.addSuppressed(new NoRouteToHostException("No route to host"));
    assertThat(replyOf(second)).isInstanceOf(Reply.Unsent.class);
  }

  private static Reply replyOf(Throwable failure) {
    return switch (Failures.of(failure)) {
      case Attempt.Failed failed -> failed.reply();
      case Attempt.Answered answered -> throw new AssertionError(answered);
    };
  }
}
