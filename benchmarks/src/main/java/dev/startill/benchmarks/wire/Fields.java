package dev.startill.benchmarks.wire;

/** Names and their values, such as a method's parameters. */
public interface Fields {
  /** None at all. */
  Fields NONE = name -> "";

  /** The value, empty if there is none. */
  String text(String name);

  /** The value as a number, or this one if there is none. */
  default long number(String name, long otherwise) {
    var text = text(name);
    return text.isEmpty() ? otherwise : Long.parseLong(text);
  }
}
