package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Spoilt answers by the thousand, from the bytes of HTTP to what a caller gets. How many, and from
 * which seed: {@code -Dfuzz.answers=1000000 -Dfuzz.seed=7}.
 */
class AnswerFuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_123L);
  private static final int LONGEST = 16 * 1024 * 1024;

  private final BotToken token = BotToken.of(SpoiltAnswers.TOKEN);
  private final Map<String, Integer> reached = new TreeMap<>();
  private final Judge judge = new Judge();

  @Test
  @Timeout(120)
  void no_answer_is_taken_for_more_than_it_says() {
    fuzz(20_000);
  }

  @Test
  @Tag("long")
  @Timeout(1_200)
  void no_answer_of_a_hundred_thousand_is_taken_for_more_than_it_says() {
    fuzz(Long.getLong("fuzz.answers", 100_000));
  }

  private void fuzz(long answers) {
    var begun = System.nanoTime();
    for (var number = 0L; number < answers; number++) {
      var answer = new SpoiltAnswers(SEED * 1_000_003 + number).next();
      try {
        hear(answer);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "Seed %d, answer %d:%n%s%nin Base64: %s"
                .formatted(
                    SEED,
                    number,
                    new String(answer, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(answer)),
            e);
      }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%,d spoilt answers from seed %d in %.0f s%n", answers, SEED, seconds);
    reached.forEach((what, times) -> System.out.printf("%,12d  %s%n", times, what));
    assertThat(reached.keySet())
        .contains("Done", "Later", "Refused", "Unreachable", "Unknown", "statement", "balance");
  }

  private void hear(byte[] answer) {
    Response response;
    try {
      var reader = new ResponseReader(new Deaf(), new ByteArrayInputStream(answer));
      response = reader.read(Deadline.in(Duration.ofMinutes(1)), LONGEST);
    } catch (IOException e) {
      count("no HTTP");
      return;
    }
    var outcome = Replies.of(response, token);
    count(outcome.reply().getClass().getSimpleName());
    judge.ofReply(response, outcome.reply());
    requireNoToken(outcome.reply().toString());
    hearUpdates(response.body());
    switch (outcome) {
      case Outcome.Ok ok -> hearResults(ok.body());
      case Outcome.Failed failed -> {
        assertThat(failed.reply()).isNotInstanceOf(Reply.Done.class);
        requireNoToken(wordsOf(Results.failure("did nothing", failed.reply())));
      }
    }
  }

  private void hearUpdates(byte[] body) {
    var batch = Updates.readAll(body);
    judge.ofUpdates(body, batch);
    count("updates", batch.updates().size());
  }

  private void hearResults(byte[] body) {
    hear("link", () -> Results.link(body));
    hear("me", () -> Results.me(body, token));
    hear("balance", () -> Results.balance(body));
    hear(
        "statement",
        () -> {
          var lines = Results.statement(body, 700);
          judge.ofStatement(body, lines);
          count("lines", lines.size());
          return lines;
        });
  }

  private void hear(String what, Supplier<?> reading) {
    try {
      assertThat(reading.get()).isNotNull();
      count(what);
    } catch (TelegramException e) {
      count("no " + what);
      requireNoToken(wordsOf(e));
    }
  }

  private static void requireNoToken(String words) {
    assertThat(words).doesNotContain(SpoiltAnswers.TOKEN.substring(10));
  }

  private static String wordsOf(TelegramException e) {
    var trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }

  private void count(String what) {
    count(what, 1);
  }

  private void count(String what, int times) {
    reached.merge(what, times, Integer::sum);
  }

  /** A socket that is asked for its timeout alone. */
  private static final class Deaf extends Socket {
    @Override
    public void setSoTimeout(int timeout) {}
  }
}
