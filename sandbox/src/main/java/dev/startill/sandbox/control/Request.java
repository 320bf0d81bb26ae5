package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Refusal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A control request: its path in pieces below {@code /sandbox}, its query, and its JSON body. */
public record Request(String verb, List<String> path, Parameters query, JsonNode body) {
  /**
   * A text of the body.
   *
   * @throws Refusal when it is missing, or not whole Unicode
   */
  String text(String name) {
    var node = body.path(name);
    if (!node.isString() || node.stringValue().isEmpty()) {
      throw missing(name);
    }
    return whole(name, node.stringValue());
  }

  /** A text of the body that may be missing. */
  String textOr(String name, String byDefault) {
    var node = body.path(name);
    return node.isMissingNode() || node.isNull() ? byDefault : whole(name, node.asString(""));
  }

  /** An integer of the body. */
  long number(String name) {
    var node = body.path(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw missing(name);
    }
    return node.longValue();
  }

  /** An integer of the body that may be missing. */
  long numberOr(String name, long byDefault) {
    return body.path(name).isMissingNode() || body.path(name).isNull() ? byDefault : number(name);
  }

  /** A true or false of the body that may be missing. */
  boolean flagOr(String name, boolean byDefault) {
    return body.path(name).asBoolean(byDefault);
  }

  /** The user whose number stands in the path. */
  long pathNumber(int index) {
    try {
      return Long.parseLong(path.get(index));
    } catch (NumberFormatException e) {
      throw Refusal.of(
          404, "Not Found: " + Json.text(StringNode.valueOf(path.get(index))) + " is no number");
    }
  }

  private static String whole(String name, String text) {
    if (!Unicode.isWhole(text)) {
      throw Refusal.of(400, "Bad Request: \"" + name + "\" holds half a surrogate pair");
    }
    return text;
  }

  private static Refusal missing(String name) {
    return Refusal.of(400, "Bad Request: \"" + name + "\" is missing or of another type");
  }
}
