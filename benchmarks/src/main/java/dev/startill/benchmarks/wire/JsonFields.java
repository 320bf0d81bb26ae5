package dev.startill.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A JSON value where it lies, read by walking over it: no tree is built. Trusts that it is JSON.
 *
 * @param array holds it
 * @param from its first byte
 * @param to behind its last byte
 */
@SuppressWarnings("ArrayRecordComponent") // A view of a buffer; never compared.
public record JsonFields(byte[] array, int from, int to) implements Fields {
  private static final JsonFields NOTHING = new JsonFields(new byte[0], 0, 0);

  @Override
  public String text(String name) {
    var value = get(name);
    return value.isString() ? value.string() : value.raw();
  }

  /** The member of this name; an empty value if there is none. */
  public JsonFields get(String name) {
    var at = from < to && array[from] == '{' ? blank(from + 1) : to;
    while (at < to && array[at] == '"') {
      var end = skip(at);
      var value = blank(blank(end) + 1);
      var behind = skip(value);
      if (is(at + 1, end - 1, name)) {
        return new JsonFields(array, value, behind);
      }
      at = next(behind);
    }
    return NOTHING;
  }

  /** Whether there is a value at all. */
  public boolean exists() {
    return from < to;
  }

  /** Shows each element of an array. */
  public void forEach(Consumer<JsonFields> element) {
    var at = from < to && array[from] == '[' ? blank(from + 1) : to;
    while (at < to && array[at] != ']') {
      var behind = skip(at);
      element.accept(new JsonFields(array, at, behind));
      at = next(behind);
    }
  }

  /** As it is written. */
  public String raw() {
    return new String(array, from, to - from, StandardCharsets.UTF_8);
  }

  private boolean isString() {
    return from < to && array[from] == '"';
  }

  /** Names and values of ours are ASCII; what is escaped stays so, save the usual ones. */
  private String string() {
    var text = new String(array, from + 1, to - from - 2, StandardCharsets.UTF_8);
    return text.indexOf('\\') < 0 ? text : text.translateEscapes();
  }

  private boolean is(int begin, int end, String name) {
    var length = name.length();
    if (end - begin != length) {
      return false;
    }
    for (var i = 0; i < length; i++) {
      if (array[begin + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int next(int behind) {
    var at = blank(behind);
    return at < to && array[at] == ',' ? blank(at + 1) : at;
  }

  private int blank(int begin) {
    var at = begin;
    while (at < to && array[at] <= ' ') {
      at++;
    }
    return at;
  }

  private int skip(int begin) {
    return switch (array[begin]) {
      case '"' -> skipString(begin);
      case '{', '[' -> skipNested(begin);
      default -> skipWord(begin);
    };
  }

  private int skipString(int begin) {
    var at = begin + 1;
    while (array[at] != '"') {
      at += array[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private int skipNested(int begin) {
    var depth = 0;
    var at = begin;
    while (true) {
      switch (array[at]) {
        case '"' -> at = skipString(at) - 1;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      at++;
      if (depth == 0) {
        return at;
      }
    }
  }

  private int skipWord(int begin) {
    var at = begin;
    while (at < to && ",}] \r\n\t".indexOf(array[at]) < 0) {
      at++;
    }
    return at;
  }
}
