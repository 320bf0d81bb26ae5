package dev.startill.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The objects of Bot API 10.3 as Telegram documents them (fidelity/bot-api-10.3.json), and whether
 * a JSON value is one: no field that is not known, none missing, each of its type.
 */
final class BotApiSchema {
  private static final JsonNode SCHEMA = ErrorRow.read("bot-api-10.3.json");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> seen;

  private BotApiSchema(Set<String> seen) {
    this.seen = seen;
  }

  /** What is wrong with a value; the types that it is made of are added to those seen. */
  static List<String> faults(String type, JsonNode value, Set<String> seen) {
    var check = new BotApiSchema(seen);
    check.value(type, type, value);
    return check.faults;
  }

  /** What is wrong with an Update: besides its fields, that it tells one thing. */
  static List<String> updateFaults(JsonNode update, Set<String> seen) {
    var faults = faults("Update", update, seen);
    if (update.size() != 2) {
      faults.add("Update: " + update.propertyNames() + " are not update_id and one more");
    }
    return faults;
  }

  /** The names of all methods. */
  static Set<String> methods() {
    return Set.copyOf(SCHEMA.path("methods").propertyNames());
  }

  /** The type of a method's result; empty for a method that Telegram does not have. */
  static String result(String method) {
    return SCHEMA.path("methods").path(method).asString("");
  }

  private void value(String where, String type, JsonNode value) {
    if (type.contains(" | ")) {
      oneOf(where, List.of(type.split(" \\| ")), value);
    } else if (type.endsWith("[]")) {
      array(where, type.substring(0, type.length() - 2), value);
    } else if (SCHEMA.path("types").has(type)) {
      object(where, type, value);
    } else if (SCHEMA.path("unions").has(type)) {
      oneOf(where, texts(SCHEMA.path("unions").path(type)), value);
    } else if (!simple(type, value)) {
      faults.add(where + ": " + value + " is no " + type);
    }
  }

  private static boolean simple(String type, JsonNode value) {
    return switch (type) {
      case "number" -> value.isNumber();
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "true" -> value.isBoolean() && value.booleanValue();
      default ->
          type.startsWith("\"")
              ? value.isString() && type.equals("\"" + value.stringValue() + "\"")
              : texts(SCHEMA.path("choices").path(type)).contains(value.asString(""));
    };
  }

  private void array(String where, String type, JsonNode value) {
    if (!value.isArray()) {
      faults.add(where + ": " + value + " is no array");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      value(where + "[" + i + "]", type, value.path(i));
    }
  }

  private void object(String where, String type, JsonNode value) {
    if (!value.isObject()) {
      faults.add(where + ": " + value + " is no " + type);
      return;
    }
    seen.add(type);
    var fields = SCHEMA.path("types").path(type);
    for (var field : fields.properties()) {
      var word = field.getValue().asString();
      boolean optional = word.endsWith("?");
      var inside = value.path(field.getKey());
      if (!inside.isMissingNode()) {
        var named = optional ? word.substring(0, word.length() - 1) : word;
        value(where + "." + field.getKey(), named, inside);
      } else if (!optional) {
        faults.add(where + ": no " + field.getKey());
      }
    }
    for (var name : value.propertyNames()) {
      if (!fields.has(name)) {
        faults.add(where + ": unknown " + name);
      }
    }
  }

  /** The alternative with the fewest faults is the one that was meant. */
  private void oneOf(String where, List<String> types, JsonNode value) {
    BotApiSchema best = null;
    for (var type : types) {
      var attempt = new BotApiSchema(new HashSet<>());
      attempt.value(where, type, value);
      if (best == null || attempt.faults.size() < best.faults.size()) {
        best = attempt;
      }
    }
    if (best != null) {
      faults.addAll(best.faults);
      seen.addAll(best.seen);
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
