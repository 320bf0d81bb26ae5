package dev.startill.telegram.http;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON token by token, where one field that is not as it must be spoils no other. Fields come in
 * any order, and unknown ones are passed over by whoever reads them. For one thread.
 */
final class Tokens {
  private final JsonParser json;

  Tokens(JsonParser json) {
    this.json = json;
  }

  /** Reads a field's value, on whose first token the parser stands. */
  @FunctionalInterface
  interface Field {
    void read(String name) throws Misfit;
  }

  /**
   * Reads an object from its opening brace to the closing one.
   *
   * @param spoilt told of each field that is not as it must be; the others are read nevertheless
   * @throws tools.jackson.core.JacksonException if the JSON itself is broken
   */
  void object(String path, Field field, Consumer<Misfit> spoilt) throws Misfit {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw Misfit.because(path + " is no object");
    }
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var depth = json.streamReadContext().getNestingDepth();
      try {
        json.nextToken();
        field.read(name);
      } catch (Misfit e) {
        spoilt.accept(e);
      }
      leave(depth);
    }
  }

  boolean is(JsonToken token) {
    return json.currentToken() == token;
  }

  void skip() {
    json.skipChildren();
  }

  /** As it stands. */
  String text(String path) throws Misfit {
    if (!is(JsonToken.VALUE_STRING)) {
      throw Misfit.because(path + " is no text");
    }
    return json.getString();
  }

  /** As {@link Texts#kept}. */
  String kept(String path) throws Misfit {
    return Texts.kept(text(path));
  }

  long whole(String path, long least, long most) throws Misfit {
    if (!is(JsonToken.VALUE_NUMBER_INT)) {
      throw Misfit.because(path + " is no whole number");
    }
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw Misfit.because(path + " is too large a number");
    }
    return Misfit.within(json.getLongValue(), path, least, most);
  }

  /** Passes over the rest of a value that was not read to its end. */
  private void leave(int depth) {
    while (json.streamReadContext().getNestingDepth() > depth && json.nextToken() != null) {
      // What lies within is of no use.
    }
  }
}
