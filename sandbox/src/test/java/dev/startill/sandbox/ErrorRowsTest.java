package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error that Telegram is known to answer is provoked and compared word for word. */
class ErrorRowsTest {
  private static final Map<String, Scene> SCENES = scenes();

  private static Map<String, Scene> scenes() {
    var scenes = new LinkedHashMap<String, Scene>();
    TransportScenes.addTo(scenes);
    InvoiceScenes.addTo(scenes);
    PaymentScenes.addTo(scenes);
    WebhookScenes.addTo(scenes);
    Subscribing.addTo(scenes);
    GiftScenes.addTo(scenes);
    PaidMediaScenes.addTo(scenes);
    return scenes;
  }

  /** The rows that a scene provokes, for the reference page too. */
  static List<ErrorRow> tested() {
    return ErrorRow.all().stream().filter(row -> SCENES.containsKey(row.id())).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tested")
  void telegrams_no_is_said_word_for_word(ErrorRow row) {
    var scene = Objects.requireNonNull(SCENES.get(row.id()));
    try (var stage = new Stage(scene.wish().apply(Sandbox.builder()))) {
      var answers = scene.play().apply(stage, row);
      assertThat(answers).isNotEmpty();
      answers.forEach(answer -> compare(row, answer));
    }
  }

  @Test
  void every_row_is_provoked_or_excused() {
    var open = ErrorRow.all().stream().map(ErrorRow::id).collect(Collectors.toSet());
    assertThat(open).hasSameSizeAs(ErrorRow.all()).containsAll(SCENES.keySet());
    for (var row : ErrorRow.all()) {
      assertThat(row.isExcused() && SCENES.containsKey(row.id())).as(row.id()).isFalse();
      if (row.isExcused() || SCENES.containsKey(row.id())) {
        open.remove(row.id());
      }
    }
    assertThat(open).isEmpty();
  }

  private static void compare(ErrorRow row, Client.Answer answer) {
    if (row.methods().contains("payments.sendStarsForm")) {
      assertThat(answer.json().path("status").asString()).isEqualTo("failed");
      assertThat(row.texts()).contains(answer.json().path("code").asString());
      return;
    }
    var json = answer.json();
    assertThat(row.says(answer.description())).as(answer.json().toString()).isTrue();
    assertThat(answer.status()).isEqualTo(row.status());
    assertThat(json.path("error_code").asInt()).isEqualTo(row.status());
    assertThat(json.path("ok").asBoolean(true)).isFalse();
    var headers = answer.http().headers();
    assertThat(headers.firstValue("Content-Type")).contains("application/json");
    var wait = headers.firstValue("Retry-After").orElse("");
    assertThat(json.at("/parameters/retry_after").asString("")).isEqualTo(wait);
    assertThat(wait.isEmpty()).isEqualTo(row.status() != 429);
  }
}
