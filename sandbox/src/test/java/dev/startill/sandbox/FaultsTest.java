package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The switchboard: what is armed, how often it struck, and what makes no sense. */
class FaultsTest extends SandboxTest {
  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
  }

  @Test
  void those_in_force_are_listed_with_what_they_did() {
    long first =
        arm("{\"method\":\"sendMessage\",\"action\":\"error\",\"error_code\":429,\"times\":2}");
    long second = arm("{\"delivery\":\"*\",\"action\":\"drop\",\"percent\":50,\"seed\":7}");
    assertThat(bot.call("sendMessage", "{}").status()).isEqualTo(429);
    var list = faults();
    assertThat(list).hasSize(2);
    assertThat(list.path(0).toString())
        .isEqualTo(
            "{\"id\":"
                + first
                + ",\"method\":\"sendMessage\",\"action\":\"error\",\"when\":\"before_effect\","
                + "\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
                + "\"retry_after\":1,\"percent\":100,\"struck\":1,\"times\":2,\"left\":1}");
    assertThat(list.path(1).toString())
        .isEqualTo(
            "{\"id\":"
                + second
                + ",\"delivery\":\"*\",\"action\":\"drop\",\"percent\":50,\"seed\":7,\"struck\":0}");
    assertThat(bot.call("sendMessage", "{}").status()).isEqualTo(429);
    assertThat(faults()).hasSize(1);
  }

  @Test
  void one_or_all_can_be_taken_away() {
    long first = arm("{\"method\":\"getMe\",\"action\":\"error\"}");
    arm("{\"method\":\"*\",\"action\":\"error\",\"error_code\":502}");
    assertThat(bot.delete("/sandbox/faults/" + first).json().toString())
        .isEqualTo("{\"faults\":1}");
    assertThat(bot.delete("/sandbox/faults/" + first).status()).isEqualTo(404);
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(502);
    assertThat(bot.delete("/sandbox/faults").json().toString()).isEqualTo("{\"faults\":0}");
    bot.ok("getMe", "{}");
  }

  @Test
  void a_seed_repeats_what_chance_did() {
    var fault =
        "{\"method\":\"getMe\",\"action\":\"error\",\"percent\":50,\"seed\":%d}".formatted(42);
    var first = outcomes(fault);
    assertThat(outcomes(fault)).isEqualTo(first).contains(200, 500);
  }

  @Test
  void a_reordered_update_comes_behind_the_next() {
    arm("{\"delivery\":\"message\",\"action\":\"reorder\",\"times\":1}");
    bot.says(ann, "one");
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    bot.says(ann, "two");
    var read = bot.ok("getUpdates", "{}");
    assertThat(texts(read)).containsExactly("two", "one");
    assertThat(read.path(1).path("update_id").asLong())
        .isEqualTo(read.path(0).path("update_id").asLong() + 1);
  }

  @Test
  void a_reordered_update_that_nothing_follows_comes_late() {
    arm("{\"delivery\":\"message\",\"action\":\"reorder\"}");
    bot.says(ann, "alone");
    sandbox.clock().advance(Duration.ofSeconds(2));
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    var poll = bot.later("getUpdates", "{\"timeout\":20}");
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(
            texts(
                poll.join().result().isEmpty() ? bot.ok("getUpdates", "{}") : poll.join().result()))
        .containsExactly("alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"action\":\"drop\"} | name one of them",
        "{\"method\":\"*\",\"delivery\":\"*\",\"action\":\"drop\"} | name one of them",
        "{\"method\":\"get me\",\"action\":\"drop\"} | as sendMessage, or *",
        "{\"method\":\"sendInvois\",\"action\":\"error\"} | as sendMessage, or *",
        "{\"delivery\":\"payment\",\"action\":\"drop\"} | as successful_payment, or *",
        "{\"method\":\"*\",\"action\":\"explode\"} | error, hang or drop for a method",
        "{\"method\":\"*\",\"action\":\"duplicate\"} | duplicate is for deliveries",
        "{\"method\":\"*\",\"action\":\"reorder\"} | reorder is for deliveries",
        "{\"delivery\":\"*\",\"action\":\"error\"} | error is for methods",
        "{\"delivery\":\"*\",\"action\":\"hang\"} | hang is for methods",
        "{\"delivery\":\"*\",\"action\":\"drop\",\"when\":\"after_effect\"} | \"when\" is for methods",
        "{\"method\":\"*\",\"action\":\"drop\",\"when\":\"later\"} | before_effect or after_effect",
        "{\"method\":\"*\",\"action\":\"error\",\"error_code\":200} | \"error_code\" is from 400 to 599",
        "{\"method\":\"*\",\"action\":\"drop\",\"times\":0} | \"times\" is from 1 to",
        "{\"method\":\"*\",\"action\":\"drop\",\"percent\":101} | \"percent\" is from 0 to 100",
        "{\"method\":\"*\",\"action\":\"drop\",\"time\":1} | a fault has no \"time\"",
      })
  void nonsense_is_refused_with_words(String fault, String words) {
    var answer = bot.post("/sandbox/faults", fault);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).contains(words);
    assertThat(faults()).isEmpty();
  }

  private List<Integer> outcomes(String fault) {
    arm(fault);
    var outcomes = new ArrayList<Integer>();
    for (int i = 0; i < 20; i++) {
      outcomes.add(bot.call("getMe", "{}").status());
    }
    bot.delete("/sandbox/faults");
    return outcomes;
  }

  private long arm(String fault) {
    var answer = bot.post("/sandbox/faults", fault);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("id").asLong();
  }

  private JsonNode faults() {
    return bot.get("/sandbox/faults").json();
  }

  private static List<String> texts(JsonNode updates) {
    return updates.valueStream().map(update -> update.at("/message/text").asString()).toList();
  }
}
