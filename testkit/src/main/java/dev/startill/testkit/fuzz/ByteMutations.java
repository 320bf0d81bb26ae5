package dev.startill.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes to bytes, whatever they mean. For one thread. */
final class ByteMutations {
  private static final List<byte[]> ODD =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xff},
          new byte[] {(byte) 0xc0, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          new byte[] {(byte) 0xf0, (byte) 0x9f},
          new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
          ascii("\""),
          ascii("\\"),
          ascii("{"),
          ascii("}"),
          ascii("["),
          ascii("]"),
          ascii(","),
          ascii(":"),
          ascii("\r\n"),
          ascii("NaN"),
          ascii("/**/"));

  private final RandomGenerator chance;

  ByteMutations(RandomGenerator chance) {
    this.chance = chance;
  }

  /** One change; the donor is what may be grafted on. */
  byte[] change(byte[] bytes, byte[] donor) {
    if (bytes.length == 0) {
      return donor;
    }
    var from = chance.nextInt(bytes.length);
    var to = from + chance.nextInt(Math.min(64, bytes.length - from)) + 1;
    var head = Arrays.copyOf(bytes, from);
    var tail = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (chance.nextInt(8)) {
      case 0 -> head;
      case 1 -> flipped(bytes, from);
      case 2 -> joined(head, tail);
      case 3 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
      case 4 -> joined(head, odd(), Arrays.copyOfRange(bytes, from, bytes.length));
      case 5 -> joined(head, odd(), tail);
      case 6 -> joined(head, Arrays.copyOfRange(donor, Math.min(from, donor.length), donor.length));
      default -> joined(bytes, chance.nextBoolean() ? odd() : donor);
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    var flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << chance.nextInt(8));
    return flipped;
  }

  private byte[] odd() {
    return ODD.get(chance.nextInt(ODD.size()));
  }

  private static byte[] joined(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (var part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
