package dev.startill.testkit.fuzz;

import dev.startill.testkit.fuzz.Json.Arr;
import dev.startill.testkit.fuzz.Json.Leaf;
import dev.startill.testkit.fuzz.Json.Member;
import dev.startill.testkit.fuzz.Json.Obj;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and writes JSON (RFC 8259), strictly: a judge of what is JSON and what is not. For one
 * thread.
 */
final class JsonText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern ESCAPE = Pattern.compile("[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}");
  private static final Pattern WORD = Pattern.compile("true|false|null");

  /** Deeper than any reader goes; recursion has an end as well. */
  private static final int DEEPEST = 400;

  private final String source;
  private int at;

  private JsonText(String source) {
    this.source = source;
  }

  private static final class NotJson extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static Optional<Json> read(byte[] bytes) {
    try {
      var text =
          new JsonText(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      var value = text.value(0);
      text.skipBlanks();
      return text.at == text.source.length() ? Optional.of(value) : Optional.empty();
    } catch (NotJson | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static void write(Json json, StringBuilder to) {
    switch (json) {
      case Obj obj -> {
        var separator = "{";
        for (var member : obj.members()) {
          to.append(separator).append('"').append(member.name()).append("\":");
          write(member.value(), to);
          separator = ",";
        }
        to.append(obj.members().isEmpty() ? "{}" : "}");
      }
      case Arr arr -> {
        var separator = "[";
        for (var item : arr.items()) {
          to.append(separator);
          write(item, to);
          separator = ",";
        }
        to.append(arr.items().isEmpty() ? "[]" : "]");
      }
      case Leaf leaf -> to.append(leaf.source());
    }
  }

  private Json value(int depth) throws NotJson {
    skipBlanks();
    if (at == source.length() || depth > DEEPEST) {
      throw new NotJson();
    }
    return switch (source.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> text();
      case 't', 'f', 'n' -> leaf(WORD);
      default -> leaf(NUMBER);
    };
  }

  private Json object(int depth) throws NotJson {
    at++;
    var members = new ArrayList<Member>();
    while (!next('}')) {
      if (!members.isEmpty()) {
        require(',');
      }
      skipBlanks();
      var name = text().source();
      require(':');
      members.add(new Member(name.substring(1, name.length() - 1), value(depth + 1)));
    }
    return new Obj(members);
  }

  private Json array(int depth) throws NotJson {
    at++;
    var items = new ArrayList<Json>();
    while (!next(']')) {
      if (!items.isEmpty()) {
        require(',');
      }
      items.add(value(depth + 1));
    }
    return new Arr(items);
  }

  /** By hand: a pattern would recurse for each character of it. */
  private Leaf text() throws NotJson {
    var start = at;
    require('"');
    while (at < source.length() && source.charAt(at) != '"') {
      var c = source.charAt(at++);
      if (c < ' ') {
        throw new NotJson();
      }
      if (c == '\\') {
        skipEscape();
      }
    }
    if (at >= source.length()) {
      throw new NotJson();
    }
    at++;
    return new Leaf(source.substring(start, at));
  }

  private void skipEscape() throws NotJson {
    var escape = ESCAPE.matcher(source).region(at, source.length());
    if (!escape.lookingAt()) {
      throw new NotJson();
    }
    at = escape.end();
  }

  private Leaf leaf(Pattern form) throws NotJson {
    var matcher = form.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      throw new NotJson();
    }
    at = matcher.end();
    return new Leaf(matcher.group());
  }

  private boolean next(char expected) {
    skipBlanks();
    if (at < source.length() && source.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void require(char expected) throws NotJson {
    if (!next(expected)) {
      throw new NotJson();
    }
  }

  private void skipBlanks() {
    while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }
}
