package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import dev.startill.testkit.fuzz.Examples;
import dev.startill.testkit.fuzz.Json;
import dev.startill.testkit.fuzz.Mutator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Answers that were spoilt on purpose. */
abstract class TelegramFuzz extends TelegramScene {
  private static final int ANSWERS = 300;
  private static final List<Integer> STATUSES = List.of(200, 200, 200, 400, 403, 404, 429, 500);
  private static final List<Function<Telegram, Object>> CALLS =
      List.of(
          telegram -> telegram.answer(APPROVAL),
          telegram -> telegram.sendInvoice(ANN, COFFEE),
          telegram -> telegram.sendText(ANN, "hello"),
          telegram -> telegram.createInvoiceLink(COFFEE),
          telegram -> telegram.refund(ANN, TelegramRefunds.CHARGE),
          telegram -> telegram.statement(0, 100),
          Telegram::balance);

  @Test
  void whatever_comes_back_is_a_reply_or_an_exception_that_says_so() {
    var examples = List.copyOf(Examples.answers().values());
    for (var seed = 0; seed < ANSWERS; seed++) {
      var chance = new Random(seed);
      var mutator = new Mutator(chance, examples);
      var example = examples.get(chance.nextInt(examples.size()));
      var body = mutator.spoil(chance.nextInt(8) == 0 ? Json.text(TOKEN) : example);
      var status = STATUSES.get(chance.nextInt(STATUSES.size()));
      api.onAll(
          (exchange, call) -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      var call = CALLS.get(seed % CALLS.size());
      assertThat(wordsOf(call))
          .as("call %d, %d and %s", seed, status, new String(body, StandardCharsets.UTF_8))
          .doesNotContain(TOKEN.substring(10));
    }
  }

  /** By an adapter of its own: what one answer paused, another need not wait for. */
  private String wordsOf(Function<Telegram, Object> call) {
    try {
      return call.apply(telegram()).toString();
    } catch (TelegramException e) {
      return e.toString();
    }
  }
}
