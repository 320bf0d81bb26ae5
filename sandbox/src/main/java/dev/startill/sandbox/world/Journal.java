package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The last ten thousand Bot API calls, fewer if they are long, each with what was asked and
 * answered. A call has its number from its beginning, and appears when it is answered. Thread-safe,
 * with a lock of its own.
 */
public final class Journal {
  private static final int LIMIT = 10_000;

  /** A long poll ends when it likes: nobody waits for its end. */
  private static final String WAITS_BY_ITSELF = "getUpdates";

  /** Bytes of all calls together: 8 MB, where one call may have 50 MB. */
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
      String response) {}

  private final Pages pages = new Pages(LONGEST, LIMIT);
  private final List<Consumer<Entry>> readers = new CopyOnWriteArrayList<>();
  private final NavigableSet<Long> open = new TreeSet<>();
  private long last;

  /** The number of a call that begins. */
  public synchronized long begin(String method) {
    last++;
    if (!method.equalsIgnoreCase(WAITS_BY_ITSELF)) {
      open.add(last);
    }
    return last;
  }

  /** Notes a call that ended. */
  public synchronized void end(Entry entry) {
    open.remove(entry.seq());
    notifyAll();
    readers.forEach(reader -> reader.accept(entry));
    pages.add(entry);
  }

  /** Waits no more for a call, should it have failed before it was noted. */
  public synchronized void leave(long seq) {
    if (open.remove(seq)) {
      notifyAll();
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

  /**
   * Waits until the calls that have begun by now have ended: a call's effect can be seen a moment
   * before its answer. False when they took longer than that.
   */
  public synchronized boolean settle(Duration atMost) throws InterruptedException {
    long begun = last;
    long end = System.nanoTime() + atMost.toNanos();
    while (!open.isEmpty() && open.first() <= begun) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** The calls that fit, by number. */
  public synchronized List<Entry> find(Predicate<Entry> wanted) {
    var found = new ArrayList<Entry>();
    pages.forEach(
        entry -> {
          if (wanted.test(entry)) {
            found.add(entry);
          }
        });
    found.sort((a, b) -> Long.compare(a.seq(), b.seq()));
    return found;
  }

  /** Forgets all calls; numbers go on. */
  public synchronized void clear() {
    pages.clear();
  }
}
