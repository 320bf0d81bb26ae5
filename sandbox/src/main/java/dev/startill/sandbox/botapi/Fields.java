package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Refusal;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, read as strictly as TDLib reads them (tdutils, JsonBuilder.cpp): a
 * number is a fine text, a digit text is a fine number, and all else is said in its words.
 */
record Fields(JsonNode object) {
  private static final Pattern LONG = Pattern.compile("-?\\d{1,18}");

  /** Whether there is such a field, be it null. */
  boolean has(String name) {
    return object.has(name);
  }

  /** A text that must be there, perhaps empty. */
  String required(String name) {
    if (!object.has(name)) {
      throw missing(name);
    }
    return text(name, object.path(name));
  }

  /** A text that may be missing. */
  String optional(String name) {
    return object.has(name) ? text(name, object.path(name)) : "";
  }

  /** An integer that must be there. */
  long requiredNumber(String name) {
    if (!object.has(name)) {
      throw missing(name);
    }
    var node = object.path(name);
    if (!node.isNumber() && !node.isString()) {
      throw new Unreadable("Field \"" + name + "\" must be a Number");
    }
    if (!LONG.matcher(node.asString()).matches()) {
      throw new Unreadable("Field \"" + name + "\" must be a valid Number");
    }
    return Long.parseLong(node.asString());
  }

  /** An integer that may be missing, clamped. */
  int number(String name, int most) {
    return object.has(name) ? Math.clamp(requiredNumber(name), 0, most) : 0;
  }

  /** A real number that must be there. */
  double requiredReal(String name) {
    if (!object.has(name)) {
      throw missing(name);
    }
    if (!object.path(name).isNumber()) {
      throw new Unreadable("Field \"" + name + "\" must be of type Number");
    }
    return object.path(name).doubleValue();
  }

  /** A boolean that may be missing. */
  boolean flag(String name) {
    if (!object.has(name)) {
      return false;
    }
    if (!object.path(name).isBoolean()) {
      throw new Unreadable("Field \"" + name + "\" must be of type Boolean");
    }
    return object.path(name).booleanValue();
  }

  /** Whether one of two booleans is true; both must be readable. */
  boolean either(String name, String otherName) {
    boolean other = flag(otherName);
    return flag(name) || other;
  }

  /** An object that must be there. */
  Fields requiredObject(String name) {
    if (!object.has(name)) {
      throw missing(name);
    }
    if (!object.path(name).isObject()) {
      throw new Unreadable("Field \"" + name + "\" must be of type Object");
    }
    return new Fields(object.path(name));
  }

  /** An array that may be missing. */
  JsonNode array(String name) {
    var node = object.path(name);
    if (!node.isMissingNode() && !node.isArray()) {
      throw new Unreadable("Field \"" + name + "\" must be of type Array");
    }
    return node;
  }

  /** A text that must be there, refused in the asker's own words. */
  static String text(JsonNode object, String name, Function<String, Refusal> refusal) {
    try {
      return new Fields(object).required(name);
    } catch (Unreadable e) {
      throw refusal.apply(e.getMessage());
    }
  }

  private static String text(String name, JsonNode node) {
    if (!node.isString() && !node.isNumber()) {
      throw new Unreadable("Field \"" + name + "\" must be of type String");
    }
    var text = node.asString();
    if (!Unicode.isWhole(text)) {
      throw new Unreadable("Strings must be encoded in UTF-8");
    }
    return text;
  }

  private static Unreadable missing(String name) {
    return new Unreadable("Can't find field \"" + name + "\"");
  }
}
