package dev.startill.sandbox.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Calls as bytes on pages, the oldest page torn out when there are too many. As objects they would
 * all grow old before they die, which makes a heap several times as large as what is in it.
 */
final class Pages {
  private static final int PAGE = 256 << 10;

  /** Bytes of a call beside its texts. */
  private static final int HEAD = 5 * Long.BYTES + 5 * Integer.BYTES;

  private static final class Page {
    private final ByteBuffer bytes;
    private int calls;

    Page(int size) {
      bytes = ByteBuffer.allocate(size);
    }
  }

  private final int mostBytes;
  private final int mostCalls;
  private final Deque<Page> pages = new ArrayDeque<>();
  private long size;
  private int calls;

  Pages(int mostBytes, int mostCalls) {
    this.mostBytes = mostBytes;
    this.mostCalls = mostCalls;
  }

  @SuppressWarnings("JavaInstantGetSecondsGetNano") // both parts are written
  void add(Journal.Entry entry) {
    var method = utf8(entry.method());
    var request = utf8(entry.request());
    var response = utf8(entry.response());
    int length = HEAD + method.length + request.length + response.length;
    var page = pages.isEmpty() ? turn(length) : pages.getLast();
    if (page.bytes.remaining() < length) {
      page = turn(length);
    }
    page.bytes
        .putLong(entry.seq())
        .putLong(entry.at().getEpochSecond())
        .putInt(entry.at().getNano())
        .putLong(entry.took().toNanos())
        .putLong(entry.bot())
        .putInt(entry.status());
    for (var text : new byte[][] {method, request, response}) {
      page.bytes.putInt(text.length).put(text);
    }
    page.calls++;
    calls++;
  }

  /** The calls in the order in which they ended; of too many the last ones. */
  void forEach(Consumer<Journal.Entry> reader) {
    int skip = Math.max(0, calls - mostCalls);
    for (var page : pages) {
      var bytes = page.bytes.duplicate().flip();
      while (bytes.hasRemaining()) {
        var entry = entry(bytes);
        if (skip > 0) {
          skip--;
        } else {
          reader.accept(entry);
        }
      }
    }
  }

  void clear() {
    pages.clear();
    size = 0;
    calls = 0;
  }

  /** A new page, made of an old one where that is possible. */
  private Page turn(int length) {
    Page spare = null;
    int next = Math.max(PAGE, length);
    while (!pages.isEmpty()
        && (size + next > mostBytes || calls - pages.getFirst().calls >= mostCalls)) {
      var torn = pages.remove();
      size -= torn.bytes.capacity();
      calls -= torn.calls;
      spare = torn.bytes.capacity() == PAGE ? torn : spare;
    }
    var page = next == PAGE && spare != null ? spare : new Page(next);
    page.bytes.clear();
    page.calls = 0;
    pages.add(page);
    size += next;
    return page;
  }

  private static Journal.Entry entry(ByteBuffer bytes) {
    long seq = bytes.getLong();
    var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
    var took = Duration.ofNanos(bytes.getLong());
    long bot = bytes.getLong();
    int status = bytes.getInt();
    var method = text(bytes);
    var request = text(bytes);
    return new Journal.Entry(seq, at, took, bot, method, request, status, text(bytes));
  }

  private static String text(ByteBuffer bytes) {
    int length = bytes.getInt();
    var text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
