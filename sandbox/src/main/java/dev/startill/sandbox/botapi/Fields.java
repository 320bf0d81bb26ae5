package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Fields of JSON objects in parameters, read as tdutils' JsonBuilder.cpp does. */
final class Fields {
  private Fields() {}

  /** A text that must be there; a number is taken for its digits. */
  static String text(JsonNode object, String name, Function<String, Refusal> refusal) {
    var field = object.path(name);
    if (field.isMissingNode()) {
      throw refusal.apply("Can't find field \"" + name + "\"");
    }
    if (!field.isString() && !field.isNumber()) {
      throw refusal.apply("Field \"" + name + "\" must be of type String");
    }
    return field.asString();
  }
}
