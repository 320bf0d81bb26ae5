package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address that clients are told, wherever the sandbox listens. */
class BindTest {
  @ParameterizedTest
  @CsvSource({"::1, [::1]", "[::1], [::1]", "::, [::1]"})
  void an_ipv6_literal_is_reached_in_brackets(String bind, String host) {
    assumeTrue(hasIpv6());
    reached(bind, host);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0, 127.0.0.1", "127.0.0.1, 127.0.0.1", "localhost, localhost"})
  void an_ipv4_literal_or_a_name_is_reached_as_it_is(String bind, String host) {
    reached(bind, host);
  }

  private static void reached(String bind, String host) {
    try (var sandbox = Sandbox.builder().bind(bind).start()) {
      assertThat(sandbox.url().getHost()).isEqualTo(host);
      assertThat(new Client(sandbox).ok("getMe", "{}").path("is_bot").asBoolean()).isTrue();
    }
  }

  private static boolean hasIpv6() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
