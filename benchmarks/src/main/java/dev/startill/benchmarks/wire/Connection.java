package dev.startill.benchmarks.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One socket that HTTP/1.1 comes over, message by message. What comes while a message is in hand
 * waits for {@link #next()}. For its loop's thread.
 */
abstract class Connection implements Loop.Awaited {
  private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEX = 16;
  private static final int CHUNKED = -2;

  private final Loop loop;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Bytes in = new Bytes();
  private final Bytes out = new Bytes();
  private final Bytes whole = new Bytes();
  private final Message message = new Message();
  private boolean inHand;
  private boolean gone;

  Connection(Loop loop, SocketChannel channel, boolean inHand) throws IOException {
    this.loop = loop;
    this.channel = channel;
    this.inHand = inHand;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var connects = channel.isConnected() ? 0 : SelectionKey.OP_CONNECT;
    this.key = loop.register(channel, connects | SelectionKey.OP_READ, this);
  }

  /** A whole message came; it is in hand until {@link #next()}. */
  abstract void came(Message message);

  /** The socket is gone; told once. */
  abstract void lost();

  /** Whether the socket is gone. */
  public final boolean isGone() {
    return gone;
  }

  /** Sends what it is given, at once if the socket takes it. */
  final void send(Bytes bytes) {
    out.add(bytes);
    if (channel.isConnected()) {
      flush();
    }
  }

  /** The message in hand is done with; the next one may come. */
  final void next() {
    inHand = false;
    parse();
  }

  /** The connection waits for a message, as a client does that has sent one. */
  final void await() {
    inHand = false;
  }

  final void close() {
    gone = true;
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public final void broken() {
    if (!gone) {
      close();
      lost();
    }
  }

  @Override
  public final void ready(SelectionKey ready) throws IOException {
    if (ready.isConnectable() && channel.finishConnect()) {
      key.interestOps(SelectionKey.OP_READ);
      flush();
    }
    if (ready.isValid() && ready.isWritable()) {
      flush();
    }
    if (ready.isValid() && ready.isReadable()) {
      read();
    }
  }

  private void read() throws IOException {
    var buffer = loop.incoming();
    var count = channel.read(buffer);
    if (count < 0) {
      throw new EOFException();
    }
    buffer.flip();
    var at = in.room(count);
    buffer.get(in.array(), at, count);
    in.grown(count);
    parse();
  }

  private void flush() {
    try {
      var left = ByteBuffer.wrap(out.array(), out.from(), out.size());
      channel.write(left);
      out.drop(out.size() - left.remaining());
      var wanted =
          out.size() == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
    } catch (IOException e) {
      loop.execute(this::broken);
    }
  }

  private void parse() {
    while (!inHand && !gone && in.size() > 0) {
      var head = endOfHead();
      if (head < 0) {
        return;
      }
      var length = readHead(head);
      var behind = length == CHUNKED ? unchunk(head) : head + length;
      if (behind < 0 || behind > in.to()) {
        return;
      }
      if (length != CHUNKED) {
        message.array = in.array();
        message.bodyFrom = head;
        message.bodyTo = behind;
      }
      in.drop(behind - in.from());
      inHand = true;
      came(message);
    }
  }

  /** Behind the empty line; negative if it has not come. */
  private int endOfHead() {
    var array = in.array();
    for (var i = in.from() + 3; i < in.to(); i++) {
      if (array[i] == '\n' && array[i - 1] == '\r' && array[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int readHead(int head) {
    var array = in.array();
    var line = in.from();
    var end = endOfLine(array, line);
    message.array = array;
    message.lineFrom = line;
    message.lineTo = end;
    message.closes = false;
    var length = 0;
    for (line = end + 2; line < head - 2; line = end + 2) {
      end = endOfLine(array, line);
      switch (array[line] | ' ') {
        case 'c' -> {
          if (begins(array, line, "content-length:")) {
            length = number(array, line + "content-length:".length());
          } else if (begins(array, line, "connection:") && has(array, line, end, "close")) {
            message.closes = true;
          }
        }
        case 't' -> {
          if (begins(array, line, "transfer-encoding:") && has(array, line, end, "chunked")) {
            length = CHUNKED;
          }
        }
        default -> {}
      }
    }
    return length;
  }

  /** Copies a body in chunks without its seams; the first byte behind it, or -1. */
  private int unchunk(int head) {
    whole.clear();
    whole.add(in.array(), message.lineFrom, message.lineTo - message.lineFrom);
    var line = whole.size();
    var array = in.array();
    var at = head;
    while (true) {
      var end = endOfLine(array, at);
      if (end + 2 > in.to()) {
        return -1;
      }
      var size = Integer.parseInt(new String(array, at, end - at, StandardCharsets.US_ASCII), HEX);
      at = end + 2;
      if (at + size + 2 > in.to()) {
        return -1;
      }
      whole.add(array, at, size);
      at += size + CRLF.length;
      if (size == 0) {
        message.array = whole.array();
        message.lineFrom = 0;
        message.lineTo = line;
        message.bodyFrom = line;
        message.bodyTo = whole.size();
        return at;
      }
    }
  }

  private int endOfLine(byte[] array, int from) {
    var at = from;
    while (at < in.to() && array[at] != '\r') {
      at++;
    }
    return at;
  }

  private static boolean begins(byte[] array, int from, String name) {
    for (var i = 0; i < name.length(); i++) {
      var c = array[from + i];
      if ((c >= 'A' && c <= 'Z' ? c | ' ' : c) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(byte[] array, int from, int to, String word) {
    for (var i = from; i <= to - word.length(); i++) {
      if (begins(array, i, word)) {
        return true;
      }
    }
    return false;
  }

  private static int number(byte[] array, int from) {
    var at = from;
    while (array[at] == ' ') {
      at++;
    }
    var number = 0;
    for (; array[at] >= '0' && array[at] <= '9'; at++) {
      number = number * 10 + array[at] - '0';
    }
    return number;
  }
}
