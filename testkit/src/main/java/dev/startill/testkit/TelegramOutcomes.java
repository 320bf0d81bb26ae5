package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Reply;
import dev.startill.testkit.ScriptedBotApi.Behaviour;
import dev.startill.testkit.TelegramContract.Wiring;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a call, whatever comes back. */
abstract class TelegramOutcomes extends TelegramScene {
  static Stream<Arguments> table() {
    var html = "<html><body>Bad gateway</body></html>";
    return Stream.of(
        row("200 and ok", ScriptedBotApi.result("{\"message_id\":1}"), Reply.Done.class),
        row("400", ScriptedBotApi.error(400, "Bad Request: chat not found"), Reply.Refused.class),
        row("401", ScriptedBotApi.error(401, "Unauthorized"), Reply.Refused.class),
        row("404", ScriptedBotApi.error(404, "Not Found"), Reply.Refused.class),
        row("403 of a blocker", ScriptedBotApi.error(403, BLOCKED), Reply.Unreachable.class),
        row("403 of a leaver", ScriptedBotApi.error(403, DEACTIVATED), Reply.Unreachable.class),
        row("403 of a stranger", ScriptedBotApi.error(403, STRANGER), Reply.Unreachable.class),
        row("another 403", ScriptedBotApi.error(403, KICKED), Reply.Refused.class),
        row("429", ScriptedBotApi.tooMany(7), Reply.Later.class),
        row("500", ScriptedBotApi.error(500, "Internal Server Error"), Reply.Unknown.class),
        row("413 in HTML", ScriptedBotApi.answer(413, "text/html", html), Reply.Refused.class),
        row("502 in HTML", ScriptedBotApi.answer(502, "text/html", html), Reply.Unknown.class),
        row("200 in HTML", ScriptedBotApi.answer(200, "text/html", html), Reply.Unknown.class),
        row("half a JSON", ScriptedBotApi.answer(200, JSON, HALF), Reply.Unknown.class),
        row("nothing", ScriptedBotApi.answer(200, JSON, ""), Reply.Unknown.class),
        row("another JSON", ScriptedBotApi.answer(200, JSON, "[1,2]"), Reply.Unknown.class),
        row("a broken line", ScriptedBotApi.half(HALF), Reply.Unknown.class),
        row("a line hung up", ScriptedBotApi.hangUp(), Reply.Unknown.class),
        row("a body without end", ScriptedBotApi.endless(), Reply.Unknown.class));
  }

  private static Arguments row(String what, Behaviour behaviour, Class<? extends Reply> reply) {
    return Arguments.of(Named.of(what, behaviour), Named.of(reply.getSimpleName(), reply));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("table")
  void of_a_message(Behaviour behaviour, Class<? extends Reply> expected) {
    api.onAll(behaviour);
    assertThat(telegram().sendText(ANN, "hello")).isInstanceOf(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("table")
  void of_an_answer(Behaviour behaviour, Class<? extends Reply> expected) {
    api.onAll(behaviour);
    assertThat(telegram().answer(APPROVAL)).isInstanceOf(expected);
  }

  @Test
  void silence_is_unknown_after_a_while() {
    api.onAll(api.silence());
    assertThat(impatient().sendText(ANN, "hello")).isInstanceOf(Reply.Unknown.class);
  }

  @Test
  void nobody_there_is_unsent() {
    var gone = api.uri();
    api.close();
    var telegram = telegram(new Wiring(gone, TOKEN, Duration.ofSeconds(5), 0, 0));
    assertThat(telegram.sendText(ANN, "hello")).isInstanceOf(Reply.Unsent.class);
  }

  @Test
  void an_unknown_host_is_unsent() {
    var nowhere = URI.create("http://startill.invalid");
    var telegram = telegram(new Wiring(nowhere, TOKEN, Duration.ofSeconds(5), 0, 0));
    assertThat(telegram.sendText(ANN, "hello")).isInstanceOf(Reply.Unsent.class);
  }

  @Test
  void refusals_keep_code_and_words() {
    api.onAll(ScriptedBotApi.error(409, "Conflict: terminated by other getUpdates request"));
    assertThat(telegram().sendText(ANN, "hello"))
        .isEqualTo(new Reply.Refused(409, "Conflict: terminated by other getUpdates request"));
  }

  @Test
  void what_a_proxy_says_keeps_its_code() {
    var html = "<html><body>Bad gateway</body></html>";
    api.onAll(ScriptedBotApi.answer(413, "text/html", html));
    assertThat(telegram().sendText(ANN, "hello"))
        .isEqualTo(new Reply.Refused(413, "Request Entity Too Large"));
    api.onAll(ScriptedBotApi.answer(502, "text/html", html));
    assertThat(telegram().sendText(ANN, "hello"))
        .isEqualTo(new Reply.Unknown("Telegram answered 502."));
  }

  @Test
  void a_proxys_patience_counts_as_telegrams() {
    api.onAll(
        (exchange, call) -> {
          exchange.getResponseHeaders().set("Retry-After", "9");
          ScriptedBotApi.answer(429, "text/html", "<html>Slow down</html>").act(exchange, call);
        });
    assertThat(telegram().sendText(ANN, "hello")).isEqualTo(new Reply.Later(Duration.ofSeconds(9)));
  }

  @Test
  void patience_is_what_telegram_asks_for() {
    api.onAll(ScriptedBotApi.tooMany(7));
    assertThat(telegram().sendText(ANN, "hello")).isEqualTo(new Reply.Later(Duration.ofSeconds(7)));
  }

  @Test
  void redirects_are_not_followed() {
    api.onAll(
        (exchange, call) -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThat(telegram().sendText(ANN, "hello")).isInstanceOf(Reply.Unknown.class);
    assertThat(api.calls("elsewhere")).isEmpty();
  }

  @Test
  void a_connection_that_was_hung_up_meanwhile_does_not_matter() {
    var closing = ScriptedBotApi.result("true");
    api.onAll(
        (exchange, call) -> {
          exchange.getResponseHeaders().set("Connection", "close");
          closing.act(exchange, call);
        });
    var telegram = telegram();
    for (var i = 0; i < 5; i++) {
      assertThat(telegram.sendText(ANN, "hello")).isInstanceOf(Reply.Done.class);
    }
  }
}
