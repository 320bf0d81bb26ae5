package dev.startill.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of fidelity/errors.json: which methods answer what, when, and how that is known. An
 * excused row cannot be provoked by a call, and says why.
 */
record ErrorRow(
    String id,
    List<String> methods,
    String when,
    int status,
    List<String> texts,
    String grounds,
    String source,
    String excused) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All rows. */
  static List<ErrorRow> all() {
    return read("errors.json").path("rows").valueStream().map(ErrorRow::of).toList();
  }

  /** A file of the fidelity folder. */
  static JsonNode read(String name) {
    try (var in = ErrorRow.class.getResourceAsStream("fidelity/" + name)) {
      return JSON.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether no call can provoke it. */
  boolean isExcused() {
    return !excused.isEmpty();
  }

  /** Whether a description is one of this row's texts. */
  boolean says(String description) {
    return texts.stream().anyMatch(text -> pattern(text).matcher(description).matches());
  }

  @Override
  public String toString() {
    return id;
  }

  private static Pattern pattern(String text) {
    var quoted = Pattern.quote(text);
    return Pattern.compile(
        quoted.replace("{n}", "\\E\\d+\\Q").replace("{address}", "\\E[0-9a-f.:]+\\Q"));
  }

  private static ErrorRow of(JsonNode row) {
    return new ErrorRow(
        row.path("id").asString(),
        texts(row.path("methods")),
        row.path("when").asString(),
        row.path("status").asInt(),
        texts(row.path("texts")),
        row.path("grounds").asString(),
        row.path("source").asString(),
        row.path("excused").asString(""));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
