package dev.startill.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A profile photo drawn from a number: a plain PNG square in one of Telegram's name colours. */
public final class Avatar {
  /** Its width and height in pixels. */
  public static final int SIDE = 160;

  private static final int[] COLOURS = {
    0xE17076, 0xFAA774, 0xA695E7, 0x7BC862, 0x6EC9CB, 0x65AADD, 0xEE7AAE
  };

  private Avatar() {}

  /** The picture of this user or bot. */
  public static byte[] of(long id) {
    int colour = COLOURS[Math.floorMod(id, COLOURS.length)];
    var png = new ByteArrayOutputStream();
    png.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    var header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
    header.put((byte) 8).put((byte) 3);
    chunk(png, "IHDR", header.array());
    chunk(png, "PLTE", new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
    chunk(png, "IDAT", deflated(new byte[SIDE * (SIDE + 1)]));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] deflated(byte[] lines) {
    var deflater = new Deflater();
    try {
      deflater.setInput(lines);
      deflater.finish();
      var buffer = new byte[lines.length];
      int length = deflater.deflate(buffer);
      return ByteBuffer.allocate(length).put(buffer, 0, length).array();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    var body = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(body);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(body);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
