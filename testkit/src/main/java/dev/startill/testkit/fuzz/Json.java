package dev.startill.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * JSON as it is written, name twice or number too long and all: an object keeps its members in
 * order, and what is neither object nor array is kept as its source. Immutable.
 */
public sealed interface Json {
  /**
   * An object.
   *
   * @param members in order; a name may come twice
   */
  record Obj(List<Member> members) implements Json {
    public Obj {
      members = List.copyOf(members);
    }
  }

  /**
   * A name and its value.
   *
   * @param name as it is written, without its quotes
   * @param value what it has
   */
  record Member(String name, Json value) {}

  /**
   * An array.
   *
   * @param items in order
   */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /**
   * A text, a number, true, false or null.
   *
   * @param source as it is written; a text with its quotes
   */
  record Leaf(String source) implements Json {}

  /** A text of these characters. */
  static Leaf text(String characters) {
    var source = new StringBuilder("\"");
    for (var i = 0; i < characters.length(); i++) {
      var c = characters.charAt(i);
      if (c == '"' || c == '\\') {
        source.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        source.append("\\u%04x".formatted((int) c));
      } else {
        source.append(c);
      }
    }
    return new Leaf(source.append('"').toString());
  }

  /** A whole number. */
  static Leaf number(long value) {
    return new Leaf(Long.toString(value));
  }

  /** What these bytes say; empty if they are not exactly one JSON value in UTF-8. */
  static Optional<Json> read(byte[] bytes) {
    return JsonText.read(bytes);
  }

  /** The last member of this name, as most readers see it; empty for what is no object. */
  default Optional<Json> member(String name) {
    return this instanceof Obj obj
        ? obj.members().stream()
            .filter(member -> member.name().equals(name))
            .map(Member::value)
            .reduce((first, second) -> second)
        : Optional.empty();
  }

  /** How deep it goes: 0 for a leaf. */
  default int depth() {
    return switch (this) {
      case Obj obj -> 1 + obj.members().stream().mapToInt(m -> m.value().depth()).max().orElse(0);
      case Arr arr -> 1 + arr.items().stream().mapToInt(Json::depth).max().orElse(0);
      case Leaf leaf -> 0;
    };
  }

  /** How many values it is made of, itself among them. */
  default int size() {
    return switch (this) {
      case Obj obj -> 1 + obj.members().stream().mapToInt(m -> m.value().size()).sum();
      case Arr arr -> 1 + arr.items().stream().mapToInt(Json::size).sum();
      case Leaf leaf -> 1;
    };
  }

  /** The value of this number, counting from 0 at the whole, each before what is in it. */
  default Json at(int number) {
    var left = number - 1;
    for (var child : children()) {
      if (number == 0) {
        break;
      }
      var size = child.size();
      if (left < size) {
        return child.at(left);
      }
      left -= size;
    }
    return this;
  }

  /** The same with another value in place of the one of this number. */
  default Json with(int number, UnaryOperator<Json> other) {
    if (number == 0) {
      return other.apply(this);
    }
    var left = number - 1;
    var children = new ArrayList<>(children());
    for (var i = 0; i < children.size(); i++) {
      var size = children.get(i).size();
      if (left >= 0 && left < size) {
        children.set(i, children.get(i).with(left, other));
      }
      left -= size;
    }
    return withChildren(children);
  }

  /** What is in it, in order. */
  default List<Json> children() {
    return switch (this) {
      case Obj obj -> obj.members().stream().map(Member::value).toList();
      case Arr arr -> arr.items();
      case Leaf leaf -> List.of();
    };
  }

  /** In UTF-8, without a blank. */
  default byte[] bytes() {
    return toText().getBytes(StandardCharsets.UTF_8);
  }

  /** Without a blank. */
  default String toText() {
    var text = new StringBuilder(512);
    JsonText.write(this, text);
    return text.toString();
  }

  private Json withChildren(List<Json> children) {
    return switch (this) {
      case Obj obj -> {
        var members = new ArrayList<Member>();
        for (var i = 0; i < children.size(); i++) {
          members.add(new Member(obj.members().get(i).name(), children.get(i)));
        }
        yield new Obj(members);
      }
      case Arr arr -> new Arr(children);
      case Leaf leaf -> leaf;
    };
  }
}
