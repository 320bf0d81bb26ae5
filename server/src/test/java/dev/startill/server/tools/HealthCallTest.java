package dev.startill.server.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.startill.server.config.Config;
import dev.startill.testkit.ScriptedBotApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any server that speaks HTTP plays ours. */
class HealthCallTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ScriptedBotApi server = ScriptedBotApi.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_server_that_cannot_sell_says_why() {
    answers(503, "{\"status\":\"unavailable\",\"reason\":\"Telegram answered 409.\"}");
    assertThat(HealthCall.reason(at("127.0.0.1"))).contains("Telegram answered 409.");
    assertThat(HealthCall.reason(at("0.0.0.0"))).contains("Telegram answered 409.");
  }

  @Test
  void a_server_that_sells_says_nothing() {
    answers(200, "{\"status\":\"ok\"}");
    assertThat(HealthCall.reason(at("127.0.0.1"))).isEmpty();
  }

  @Test
  void somebody_elses_page_is_no_reason() {
    answers(503, "<html>maintenance</html>");
    assertThat(HealthCall.reason(at("127.0.0.1"))).isEmpty();
    answers(503, "{}");
    assertThat(HealthCall.reason(at("127.0.0.1"))).isEmpty();
  }

  @Test
  void nobody_there_and_any_free_port_are_no_reason_either() {
    var port = server.uri().getPort();
    server.close();
    assertThat(HealthCall.reason(new Config.Http(port, "127.0.0.1"))).isEmpty();
    assertThat(HealthCall.reason(new Config.Http(0, "127.0.0.1"))).isEmpty();
  }

  @Test
  void a_name_that_no_url_can_have_is_looked_up_or_no_reason() {
    assertThat(HealthCall.reason(at("my_shop"))).isEmpty();
    assertThat(HealthCall.reason(at("a name"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"status\":\"unavailable\",\"reason\":\""})
  void an_answer_without_end_ends_all_the_same(String begin) {
    server.on("health", withoutEnd(begin, " ".repeat(64 * 1024)));
    assertTimeoutPreemptively(SOON, () -> assertThat(HealthCall.reason(here())).isEmpty());
    server.on("health", withoutEnd(begin, ""));
    assertTimeoutPreemptively(SOON, () -> assertThat(HealthCall.reason(here())).isEmpty());
  }

  /** More and more, or nothing more. */
  private ScriptedBotApi.Behaviour withoutEnd(String begin, String more) {
    return (exchange, call) -> {
      exchange.sendResponseHeaders(503, 0);
      exchange.getResponseBody().write(begin.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      while (!more.isEmpty()) {
        exchange.getResponseBody().write(more.getBytes(StandardCharsets.UTF_8));
      }
      server.silence().act(exchange, call);
    };
  }

  private Config.Http here() {
    return at("127.0.0.1");
  }

  private void answers(int status, String body) {
    server.on("health", ScriptedBotApi.answer(status, "application/json", body));
  }

  private Config.Http at(String bind) {
    return new Config.Http(server.uri().getPort(), bind);
  }
}
