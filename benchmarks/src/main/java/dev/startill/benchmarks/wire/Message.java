package dev.startill.benchmarks.wire;

import java.nio.charset.StandardCharsets;

/**
 * A request or a response, as it lies in a connection's buffer: gone when the handler returns. Of
 * the head it knows what a benchmark needs. For one thread.
 */
public final class Message {
  private static final int TAKES_A_LINE = 2;

  byte[] array = new byte[0];
  int lineFrom;
  int lineTo;
  int bodyFrom;
  int bodyTo;
  boolean closes;
  boolean json;

  /** A request's path with its query; nothing for a response. */
  public String path() {
    var begin = lineFrom;
    while (array[begin] != ' ') {
      begin++;
    }
    var end = begin + 1;
    while (end < lineTo && array[end] != ' ') {
      end++;
    }
    return new String(array, begin + 1, end - begin - 1, StandardCharsets.ISO_8859_1);
  }

  /** A response's status. */
  public int status() {
    var at = lineFrom;
    while (array[at] != ' ') {
      at++;
    }
    return (array[at + 1] - '0') * 100 + (array[at + 2] - '0') * 10 + (array[at + 3] - '0');
  }

  /** The body's fields, however it is written. */
  public Fields fields() {
    if (bodyTo - bodyFrom < TAKES_A_LINE) {
      return Fields.NONE;
    }
    return switch (array[bodyFrom]) {
      case '{' -> new JsonFields(array, bodyFrom, bodyTo);
      case '-' -> new PartFields(array, bodyFrom, bodyTo);
      default ->
          new FormFields(new String(array, bodyFrom, bodyTo - bodyFrom, StandardCharsets.UTF_8));
    };
  }

  /** The body's JSON. */
  public JsonFields body() {
    return new JsonFields(array, bodyFrom, bodyTo);
  }

  /** How long the body is. */
  public int length() {
    return bodyTo - bodyFrom;
  }
}
