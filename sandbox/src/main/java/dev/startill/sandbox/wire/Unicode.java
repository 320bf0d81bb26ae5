package dev.startill.sandbox.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text that may not be text. Bytes that are no UTF-8 become lone surrogates, so that one question
 * finds both them and the halves that a JSON escape can make.
 */
public final class Unicode {
  private Unicode() {}

  /** Decodes UTF-8. */
  public static String decode(byte[] bytes, int offset, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, offset, length, StandardCharsets.UTF_8).replace('\uFFFD', '\uDCFF');
    }
  }

  /** Whether a text has no half of a character in it, so that it can be written as UTF-8. */
  public static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** The same text with question marks for what is not whole. */
  public static String printable(String text) {
    return isWhole(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
