package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.testkit.fuzz.Examples;
import dev.startill.testkit.fuzz.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A second opinion on what an answer says, by another reader of JSON: what it can read must not be
 * taken for anything else, and what nobody spoilt is read as it always is.
 */
final class Judge {
  private final Map<String, StatementLine> soundLines = new HashMap<>();
  private final Map<String, Incoming> soundUpdates = new HashMap<>();

  Judge() {
    var statement = Objects.requireNonNull(Examples.answers().get("statement"));
    var elements = items(Optional.of(statement), "result", "transactions").orElseThrow();
    var lines = Results.statement(statement.bytes(), 0);
    for (var i = 0; i < lines.size(); i++) {
      soundLines.put(elements.get(i).toText(), lines.get(i));
    }
    for (var update : Examples.updates().values()) {
      soundUpdates.put(update.toText(), Updates.read(update.bytes()));
    }
  }

  /** Only Telegram itself says "done" and "no". */
  void ofReply(Response response, Reply reply) {
    switch (reply) {
      case Reply.Done done -> {
        assertThat(response.status()).isEqualTo(200);
        assertThat(ok(response)).contains("true");
      }
      case Reply.Refused refused -> {
        assertThat(refused.code()).isBetween(400, 499);
        assertThat(response.status()).isLessThan(500);
        assertThat(response.status() == 413 || ok(response).equals(Optional.of("false"))).isTrue();
      }
      case Reply.Unreachable unreachable -> assertThat(ok(response)).contains("false");
      case Reply.Later later ->
          assertThat(later.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
      case Reply.Unknown unknown -> assertThat(unknown.why()).isNotBlank();
      case Reply.Unsent unsent -> throw new AssertionError("It was sent: " + unsent);
    }
  }

  /** Each element is a line, and one that nobody spoilt is the line that it always is. */
  void ofStatement(byte[] body, List<StatementLine> lines) {
    for (var line : lines) {
      assertThat(line.id()).isNotBlank();
      assertThat(line.nanostars()).isNotNegative();
      assertThat(line.note()).hasSizeLessThanOrEqualTo(500);
    }
    items(read(body), "result", "transactions")
        .ifPresent(elements -> requireSound(elements, lines, soundLines));
  }

  /** Each element is an update, and one that nobody spoilt is read as it always is. */
  void ofUpdates(byte[] body, Updates.Batch batch) {
    if (batch.broken().isEmpty()) {
      items(read(body), "result")
          .ifPresent(elements -> requireSound(elements, batch.updates(), soundUpdates));
    }
  }

  private static <T> void requireSound(List<Json> elements, List<T> read, Map<String, T> sound) {
    assertThat(read).hasSameSizeAs(elements);
    for (var i = 0; i < read.size(); i++) {
      var expected = sound.get(elements.get(i).toText());
      assertThat(expected == null || expected.equals(read.get(i))).as("element %d", i).isTrue();
    }
  }

  private static Optional<String> ok(Response response) {
    return read(response.body()).flatMap(json -> json.member("ok")).map(Json::toText);
  }

  /** Wrong UTF-8 may be overlooked. */
  private static Optional<Json> read(byte[] body) {
    var text = new String(body, StandardCharsets.ISO_8859_1);
    return Json.read(body).or(() -> Json.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The array at the end of this path; empty if there is none, or if a name comes twice. */
  private static Optional<List<Json>> items(Optional<Json> json, String... path) {
    var at = json;
    for (var name : path) {
      at = at.filter(it -> hasOnce(it, name)).flatMap(it -> it.member(name));
    }
    return at.flatMap(
        it -> it instanceof Json.Arr arr ? Optional.of(arr.items()) : Optional.empty());
  }

  private static boolean hasOnce(Json json, String name) {
    return json instanceof Json.Obj obj
        && obj.members().stream().filter(member -> member.name().equals(name)).count() == 1;
  }
}
