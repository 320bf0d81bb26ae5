package dev.startill.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at the end and are taken from the front. For one thread. */
public final class Bytes {
  private static final int SMALLEST = 512;
  private static final int DIGITS = 20;

  private byte[] array = new byte[SMALLEST];
  private int from;
  private int to;
  private final byte[] digits = new byte[DIGITS];

  /** Appends a text. */
  public Bytes add(String text) {
    var length = text.length();
    room(length);
    for (var i = 0; i < length; i++) {
      var c = text.charAt(i);
      if (c >= 0x80) {
        return add(text.substring(i).getBytes(StandardCharsets.UTF_8));
      }
      array[to++] = (byte) c;
    }
    return this;
  }

  /** Appends a number in decimal. */
  public Bytes add(long number) {
    if (number < 0) {
      return add(Long.toString(number));
    }
    var at = DIGITS;
    var left = number;
    do {
      digits[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left != 0);
    return add(digits, at, DIGITS - at);
  }

  /** Appends all of these. */
  public Bytes add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  /** Appends some of these. */
  public Bytes add(byte[] bytes, int first, int count) {
    room(count);
    System.arraycopy(bytes, first, array, to, count);
    to += count;
    return this;
  }

  /** Appends all that the other one holds. */
  public Bytes add(Bytes other) {
    return add(other.array, other.from, other.size());
  }

  /** How many there are. */
  public int size() {
    return to - from;
  }

  /** Forgets all. */
  public Bytes clear() {
    from = 0;
    to = 0;
    return this;
  }

  /** A copy of all. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, to);
  }

  byte[] array() {
    return array;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Takes so many from the front. */
  void drop(int count) {
    from += count;
    if (from == to) {
      clear();
    }
  }

  /** Makes room for so many more and says where they go; {@link #grown} tells that they came. */
  int room(int count) {
    if (to + count > array.length) {
      var size = size();
      if (size + count > array.length || from < array.length / 2) {
        array = Arrays.copyOfRange(array, from, from + Math.max(2 * array.length, size + count));
      } else {
        System.arraycopy(array, from, array, 0, size);
      }
      from = 0;
      to = size;
    }
    return to;
  }

  void grown(int count) {
    to += count;
  }
}
