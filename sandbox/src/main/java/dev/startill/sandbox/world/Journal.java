package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The last ten thousand Bot API calls, fewer if they are long, each with what was asked and
 * answered. A call has its number from its beginning, and appears when it is answered. Thread-safe,
 * with a lock of its own.
 */
public final class Journal {
  private static final int LIMIT = 10_000;

  /** Characters of all requests and responses together: 8 MB, where one call may have 50 MB. */
  private static final int LONGEST = 8_000_000;

  /**
   * A call that took so long; request and response are JSON text. Status 0: it never got an answer.
   */
  public record Entry(
      long seq,
      Instant at,
      Duration took,
      long bot,
      String method,
      String request,
      int status,
      String response) {
    private int length() {
      return request.length() + response.length();
    }
  }

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Consumer<Entry>> readers = new CopyOnWriteArrayList<>();
  private long length;
  private long last;

  /** The number of a call that begins. */
  public synchronized long begin() {
    return ++last;
  }

  /** Notes a call that ended. */
  public synchronized void end(Entry entry) {
    readers.forEach(reader -> reader.accept(entry));
    entries.add(entry);
    length += entry.length();
    while (entries.size() > 1 && (entries.size() > LIMIT || length > LONGEST)) {
      length -= entries.remove().length();
    }
  }

  /** Hands every call that ends to this reader, which returns at once. */
  public void follow(Consumer<Entry> reader) {
    readers.add(reader);
  }

  /** Hands it nothing more. */
  public void unfollow(Consumer<Entry> reader) {
    readers.remove(reader);
  }

  /** The calls that fit, by number. */
  public synchronized List<Entry> find(Predicate<Entry> wanted) {
    var found = new ArrayList<Entry>();
    for (var entry : entries) {
      if (wanted.test(entry)) {
        found.add(entry);
      }
    }
    found.sort((a, b) -> Long.compare(a.seq(), b.seq()));
    return found;
  }

  /** Forgets all calls; numbers go on. */
  public synchronized void clear() {
    entries.clear();
    length = 0;
  }
}
