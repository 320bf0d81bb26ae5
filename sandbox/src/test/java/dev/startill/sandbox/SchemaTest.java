package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox answers has the fields, the types and the optionality of Bot API 10.3. The test
 * suite's client checks every object that it receives; here it is shown which types come, and that
 * the check would notice any change of any field.
 */
class SchemaTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the tour brought: each different object once, by its type and its fields. */
  private static final Map<String, Sample> SAMPLES = new LinkedHashMap<>();

  private static final Set<String> SEEN = new HashSet<>();

  /** A whole result or update. */
  private record Sample(String type, JsonNode value) {
    List<String> faults() {
      return BotApiSchema.faults(type, value, SEEN);
    }
  }

  @BeforeAll
  static void tour() {
    try (var stage = new Stage(Sandbox.builder().local(true))) {
      Tour.play(stage);
      for (var call : stage.bot.get("/sandbox/calls").json()) {
        var type = BotApiSchema.result(call.path("method").asString());
        var result = call.path("response").path("result");
        if (call.path("status").asInt() == 200 && type.endsWith("[]")) {
          result.forEach(each -> keep(type.substring(0, type.length() - 2), each));
        } else if (call.path("status").asInt() == 200) {
          keep(type, result);
        }
      }
    }
  }

  @AfterAll
  static void forget() {
    SAMPLES.clear();
    SEEN.clear();
  }

  @Test
  void every_object_is_as_telegram_documents_it() {
    assertThat(SAMPLES).hasSizeGreaterThan(20);
    assertThat(SAMPLES.values()).allSatisfy(sample -> assertThat(sample.faults()).isEmpty());
    assertThat(SEEN).containsAll(Tour.TYPES);
  }

  @Test
  void a_misspelt_field_is_noticed_wherever_it_stands() {
    long fields = 0;
    for (var sample : SAMPLES.values()) {
      for (var spoilt : misspelt(sample.value())) {
        assertThat(BotApiSchema.faults(sample.type(), spoilt, SEEN))
            .as(spoilt.toString())
            .isNotEmpty();
        fields++;
      }
    }
    assertThat(fields).isGreaterThan(400);
  }

  @Test
  void a_value_of_another_type_is_noticed_wherever_it_stands() {
    for (var sample : SAMPLES.values()) {
      for (var spoilt : retyped(sample.value())) {
        assertThat(BotApiSchema.faults(sample.type(), spoilt, SEEN))
            .as(spoilt.toString())
            .isNotEmpty();
      }
    }
  }

  @Test
  void a_field_that_telegram_always_sends_is_missed() {
    var message =
        JSON.readTree("{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}");
    assertThat(BotApiSchema.faults("Message", message, SEEN)).isEmpty();
    ((ObjectNode) message.path("chat")).remove("type");
    assertThat(BotApiSchema.faults("Message", message, SEEN))
        .containsExactly("Message.chat: no type");
  }

  private static void keep(String type, JsonNode value) {
    SAMPLES.putIfAbsent(type + shape(value), new Sample(type, value));
  }

  /** The names of all fields in it: two objects of the same names are one sample. */
  private static String shape(JsonNode value) {
    if (value.isObject()) {
      var text = new StringBuilder("{");
      value.properties().forEach(it -> text.append(it.getKey()).append(shape(it.getValue())));
      return text.append('}').toString();
    }
    return value.isArray()
        ? value.valueStream().map(SchemaTest::shape).distinct().toList().toString()
        : "";
  }

  /** The value with one field's name changed, for every field in it. */
  private static List<JsonNode> misspelt(JsonNode value) {
    var all = new ArrayList<JsonNode>();
    for (var name : names(value)) {
      var copy = (ObjectNode) value.deepCopy();
      copy.set(name + "_", copy.remove(name));
      all.add(copy);
    }
    below(value, SchemaTest::misspelt, all);
    return all;
  }

  /** The value with one field's type changed, for every field in it. */
  private static List<JsonNode> retyped(JsonNode value) {
    var all = new ArrayList<JsonNode>();
    for (var name : names(value)) {
      var copy = (ObjectNode) value.deepCopy();
      var inside = copy.path(name);
      all.add(inside.isString() ? copy.put(name, 5) : copy.put(name, "text"));
    }
    below(value, SchemaTest::retyped, all);
    return all;
  }

  private static void below(
      JsonNode value, Function<JsonNode, List<JsonNode>> spoil, List<JsonNode> all) {
    for (var name : names(value)) {
      for (var spoilt : spoil.apply(value.path(name))) {
        all.add(((ObjectNode) value.deepCopy()).set(name, spoilt));
      }
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      for (var spoilt : spoil.apply(value.path(i))) {
        var copy = (ArrayNode) value.deepCopy();
        copy.set(i, spoilt);
        all.add(copy);
      }
    }
  }

  private static List<String> names(JsonNode value) {
    return value.isObject() ? List.copyOf(value.propertyNames()) : List.of();
  }
}
