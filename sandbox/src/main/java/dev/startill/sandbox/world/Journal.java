package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The last ten thousand Bot API calls, each with what was asked and answered. A call has its number
 * from its beginning, and appears when it is answered. Thread-safe, with a lock of its own.
 */
public final class Journal {
  private static final int LIMIT = 10_000;

  /** A call; request and response are JSON text. Status 0: it never got an answer. */
  public record Entry(
      long seq, Instant at, long bot, String method, String request, int status, String response) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long last;

  /** The number of a call that begins. */
  public synchronized long begin() {
    return ++last;
  }

  /** Notes a call that ended. */
  public synchronized void end(Entry entry) {
    entries.add(entry);
    if (entries.size() > LIMIT) {
      entries.remove();
    }
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
  }
}
