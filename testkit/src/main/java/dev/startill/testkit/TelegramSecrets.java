package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import dev.startill.testkit.ScriptedBotApi.Behaviour;
import dev.startill.testkit.TelegramContract.Wiring;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The token is said nowhere. */
abstract class TelegramSecrets extends TelegramScene {
  static Stream<Arguments> failures() {
    var words = "Bad Request: " + TOKEN + " and " + TOKEN.substring(10) + " are wrong";
    return Stream.of(
        Arguments.of(Named.of("refused", ScriptedBotApi.error(400, words))),
        Arguments.of(Named.of("unreachable", ScriptedBotApi.error(403, BLOCKED + TOKEN))),
        Arguments.of(Named.of("broken", ScriptedBotApi.hangUp())),
        Arguments.of(Named.of("half", ScriptedBotApi.half(TOKEN))),
        Arguments.of(Named.of("HTML", ScriptedBotApi.answer(502, "text/html", words))),
        Arguments.of(Named.of("no JSON", ScriptedBotApi.answer(200, JSON, words))),
        Arguments.of(Named.of("later", ScriptedBotApi.tooMany(1))));
  }

  @ParameterizedTest(name = "in no outcome: {0}")
  @MethodSource("failures")
  void the_token_is_said(Behaviour behaviour) {
    api.onAll(behaviour);
    saysNoToken(telegram());
  }

  @Test
  void the_token_is_said_in_no_timeout() {
    api.onAll(api.silence());
    saysNoToken(impatient());
  }

  @Test
  void the_token_is_said_when_nobody_is_there() {
    var gone = api.uri();
    api.close();
    saysNoToken(telegram(new Wiring(gone, TOKEN, Duration.ofSeconds(5), 0, 0)));
  }

  @Test
  void the_token_is_said_by_no_success() {
    api.on("createInvoiceLink", ScriptedBotApi.result("\"https://t.me/$AbCdEf\""));
    saysNoToken(telegram());
  }

  private void saysNoToken(Telegram telegram) {
    try (var log = RecordedLog.ofEverything()) {
      var said = new ArrayList<String>();
      said.add(telegram.toString());
      said.add(telegram.sendText(ANN, "hello").toString());
      said.add(telegram.sendInvoice(ANN, COFFEE).toString());
      said.add(telegram.answer(APPROVAL).toString());
      said.add(telegram.refund(ANN, TelegramRefunds.CHARGE).toString());
      said.add(wordsOf(() -> telegram.createInvoiceLink(COFFEE)));
      said.add(wordsOf(() -> telegram.statement(0, 100)));
      said.add(wordsOf(telegram::balance));
      said.addAll(log.lines());
      assertThat(said).noneMatch(line -> line.contains(TOKEN.substring(10)));
    }
  }

  private static String wordsOf(Supplier<?> call) {
    try {
      return String.valueOf(call.get());
    } catch (TelegramException e) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      return trace.toString();
    }
  }
}
