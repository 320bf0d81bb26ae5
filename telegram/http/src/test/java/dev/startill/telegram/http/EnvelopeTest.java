package dev.startill.telegram.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  @Test
  void says_whether_telegram_did_it() {
    assertThat(read("{\"ok\":true,\"result\":[]}").ok()).isTrue();
    assertThat(read("{ \"result\":[] , \"\\u006fk\" : true}").ok()).isTrue();
    assertThat(read("{\"ok\":false,\"error_code\":400}").code()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\u00ffok\":true,\"result\":[]}",
        "{\"result\":[],\"\u00ffok\":true}",
        "{\"ok\u00ff\":true}",
        "{\"ok\":true",
        "{\"ok\":true}}",
        "[true]"
      })
  void what_is_spoilt_says_nothing(String body) {
    assertThat(Envelope.read(body.getBytes(ISO_8859_1))).isEmpty();
  }

  private static Envelope read(String body) {
    return Envelope.read(body.getBytes(ISO_8859_1)).orElseThrow();
  }
}
