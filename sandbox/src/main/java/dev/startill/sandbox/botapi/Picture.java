package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the first bytes of a picture tell. Telegram refuses as a photo what it cannot read, or what
 * is too long a strip (core.telegram.org/bots/api#sendphoto).
 */
record Picture(String mimeType, int width, int height) {
  private static final Picture NONE = new Picture("", 0, 0);
  private static final int MOST_SIDES = 10_000;
  private static final int MOST_RATIO = 20;

  /** Reads PNG, JPEG, GIF, WebP and BMP. */
  static Picture of(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    if (bytes.length >= 24 && in.getInt(0) == 0x89504E47) {
      return new Picture("image/png", in.getInt(16), in.getInt(20));
    }
    if (bytes.length >= 4 && (in.getShort(0) & 0xFFFF) == 0xFFD8) {
      return jpeg(in);
    }
    in.order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length >= 10 && text(bytes, 0, 4).equals("GIF8")) {
      return new Picture("image/gif", unsigned(in, 6), unsigned(in, 8));
    }
    if (bytes.length >= 26 && text(bytes, 0, 2).equals("BM")) {
      return new Picture("image/bmp", in.getInt(18), Math.abs(in.getInt(22)));
    }
    if (bytes.length >= 30 && text(bytes, 8, 4).equals("WEBP")) {
      return webp(in, text(bytes, 12, 4));
    }
    return NONE;
  }

  /**
   * That it can be a photo.
   *
   * @throws Refusal 400 with the server's error names
   */
  void check() {
    if (width <= 0 || height <= 0) {
      throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
    }
    long longer = Math.max(width, height);
    if ((long) width + height > MOST_SIDES
        || longer > (long) MOST_RATIO * Math.min(width, height)) {
      throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
  }

  /** A JPEG tells its size in its first frame header. */
  private static Picture jpeg(ByteBuffer in) {
    for (int at = 2; at + 9 <= in.limit() && (in.get(at) & 0xFF) == 0xFF; ) {
      int marker = in.get(at + 1) & 0xFF;
      boolean frame = marker >= 0xC0 && marker <= 0xCF;
      boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
      if (frame && !table) {
        return new Picture("image/jpeg", unsigned(in, at + 7), unsigned(in, at + 5));
      }
      at += 2 + unsigned(in, at + 2);
    }
    return NONE;
  }

  private static Picture webp(ByteBuffer in, String form) {
    return switch (form) {
      case "VP8 " ->
          new Picture("image/webp", unsigned(in, 26) & 0x3FFF, unsigned(in, 28) & 0x3FFF);
      case "VP8L" -> {
        int bits = in.getInt(21);
        yield new Picture("image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
      }
      case "VP8X" ->
          new Picture(
              "image/webp", (in.getInt(24) & 0xFFFFFF) + 1, (in.getInt(26) >> 8 & 0xFFFFFF) + 1);
      default -> NONE;
    };
  }

  private static int unsigned(ByteBuffer in, int at) {
    return in.getShort(at) & 0xFFFF;
  }

  private static String text(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }
}
