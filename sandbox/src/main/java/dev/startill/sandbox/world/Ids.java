package dev.startill.sandbox.world;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Identifiers that look like Telegram's, drawn from chance that was handed in. */
final class Ids {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final RandomGenerator chance;

  Ids(RandomGenerator chance) {
    this.chance = chance;
  }

  /** A Stars charge: {@code stx} and 131 characters in all, as a captured real one has. */
  String charge() {
    return "stx" + text(128);
  }

  /** A transaction on TON: 64 hexadecimal digits. */
  String hash() {
    return HexFormat.of().toHexDigits(chance.nextLong())
        + HexFormat.of().toHexDigits(chance.nextLong())
        + HexFormat.of().toHexDigits(chance.nextLong())
        + HexFormat.of().toHexDigits(chance.nextLong());
  }

  String slug() {
    return text(22);
  }

  /** A file identifier; the prefix tells the kind. */
  String file(String prefix) {
    return prefix + text(52);
  }

  String invite() {
    return text(16);
  }

  String fileUnique() {
    return "AgAD" + text(11);
  }

  /** An album's number, as text. */
  String album() {
    return Long.toString(chance.nextLong(13_000_000_000_000_000L, 14_000_000_000_000_000L));
  }

  /** A query's number: a positive int64, large as Telegram's are. */
  long query() {
    return (1L << 61) | (chance.nextLong() >>> 3);
  }

  int die(int faces) {
    return chance.nextInt(faces) + 1;
  }

  int firstUpdate() {
    return chance.nextInt(2_000_000, 1_000_000_000);
  }

  private String text(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(chance.nextInt(64)));
    }
    return text.toString();
  }
}
