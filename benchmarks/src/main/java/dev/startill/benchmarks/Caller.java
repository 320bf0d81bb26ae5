package dev.startill.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One bot on one kept-alive connection: it makes a call when the last one was answered, never
 * before. It knows as much of HTTP as this takes. For one thread.
 */
final class Caller {
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final int ROOM = 65_536;
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final SocketChannel channel;
  private final ByteBuffer[] calls;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(ROOM);
  private final byte[] head = new byte[ROOM];
  private int turn;

  Caller(Selector selector, InetSocketAddress address, String host, String token, long chat)
      throws IOException {
    calls =
        new ByteBuffer[] {
          call(host, token, "getUpdates", "{\"timeout\":0,\"limit\":100}"),
          call(
              host,
              token,
              "sendMessage",
              "{\"chat_id\":" + chat + ",\"text\":\"Thank you. Your order is on its way.\"}")
        };
    channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Makes the next call; it is small and always fits into the socket's buffer. */
  void call() throws IOException {
    var call = calls[turn].rewind();
    while (call.hasRemaining()) {
      channel.write(call);
    }
  }

  /** Reads what came; true when that ends the answer to a message, and the next call is made. */
  boolean answered() {
    try {
      if (channel.read(answer) < 0) {
        throw new IOException("The server hung up.");
      }
      if (!isWhole()) {
        return false;
      }
      answer.clear();
      boolean sent = turn == 1;
      turn = 1 - turn;
      call();
      return sent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWhole() throws IOException {
    int size = answer.position();
    answer.get(0, head, 0, size);
    int body = bodyAt(size);
    if (body < 0) {
      return false;
    }
    if (head[STATUS_AT] != '2') {
      throw new IOException(new String(head, 0, size, StandardCharsets.UTF_8));
    }
    return size >= body + length(body);
  }

  private int bodyAt(int size) {
    for (int i = 3; i < size; i++) {
      if (head[i] == '\n' && head[i - 1] == '\r' && head[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int length(int body) throws IOException {
    for (int i = 0; i < body - LENGTH.length; i++) {
      int same = 0;
      while (same < LENGTH.length && (head[i + same] | 0x20) == LENGTH[same]) {
        same++;
      }
      if (same == LENGTH.length) {
        int length = 0;
        for (int at = i + same; head[at] >= '0' && head[at] <= '9'; at++) {
          length = 10 * length + head[at] - '0';
        }
        return length;
      }
    }
    throw new IOException("an answer without a length");
  }

  private static ByteBuffer call(String host, String token, String method, String json) {
    var text =
        ("POST /bot" + token + "/" + method + " HTTP/1.1\r\nHost: " + host)
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + ("\r\n\r\n" + json);
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes);
  }
}
