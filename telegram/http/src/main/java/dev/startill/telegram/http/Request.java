package dev.startill.telegram.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One HTTP request, ready to be written. Immutable. */
sealed interface Request permits Request.Whole, Upload {
  /** How many bytes it has, head included. */
  long length();

  /** Writes it; may be called again for another connection. */
  void writeTo(OutputStream out) throws IOException;

  /** The head of a POST. */
  static byte[] head(Address address, String path, String contentType, long contentLength) {
    var head =
        "POST %s%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: startill\r\nContent-Type: %s\r\n"
                .formatted(address.path(), path, address.authority(), contentType)
            + "Content-Length: "
            + contentLength
            + "\r\n\r\n";
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A request with a JSON body, in one piece: it leaves in one packet where it fits. */
  static Request json(Address address, String path, byte[] body) {
    var head = head(address, path, "application/json", body.length);
    var bytes = new byte[head.length + body.length];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    return new Whole(bytes);
  }

  /**
   * In memory.
   *
   * @param bytes head and body
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
  record Whole(byte[] bytes) implements Request {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }

    @Override
    public String toString() {
      return "a request of " + bytes.length + " bytes";
    }
  }
}
