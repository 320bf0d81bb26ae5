package dev.startill.benchmarks;

import java.io.IOException;
import java.io.InputStream;

/** A body in HTTP/1.1's chunked coding, without its seams. For one thread. */
final class Chunks extends InputStream {
  private static final int HEX = 16;

  private final InputStream in;
  private int left;

  Chunks(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    if (left == 0) {
      left = Integer.parseInt(Wire.line(in), HEX);
      if (left == 0) {
        return -1;
      }
    }
    var read = in.read(bytes, from, Math.min(most, left));
    left -= Math.max(0, read);
    if (left == 0) {
      var end = Wire.line(in);
      assert end.isEmpty();
    }
    return read;
  }
}
