package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * One bot's queue of updates, with the rules of tdlib/td (TQueue.cpp) and tdlib/telegram-bot-api
 * (Client.cpp): an update stays until an offset confirms it, a webhook took it, or its time is
 * over.
 */
final class Mailbox {
  /** Updates, bytes of one, and bytes of all, copies included: what goes beyond is dropped. */
  private static final int LIMIT = 100_000;

  /** An answer to getUpdates ends where it would become longer; each update costs 50 bytes more. */
  private static final int LONGEST_ANSWER = 1 << 22;

  private static final int OVERHEAD = 50;

  private static final int LONGEST = 1 << 19;
  private static final int LONGEST_QUEUE = 1 << 27;

  /** An offset so far above the next number still confirms; one farther is ignored. */
  private static final int FUTURE = 10;

  /** For {@code /sandbox/redeliver}. */
  private static final int REMEMBERED = 1_000;

  private final BiConsumer<Update, Fate> watcher;
  private final Map<Integer, Letter> waiting = new LinkedHashMap<>();

  /**
   * Copies of updates that were read before: handed out once more, whatever the offset says. The
   * copy that a fault asked for lives as long as its update, one asked for by hand anew.
   */
  private final Deque<Letter> again = new ArrayDeque<>();

  private final Deque<Letter> recent = new ArrayDeque<>();
  private AllowedUpdates allowed = AllowedUpdates.DEFAULT;
  private int nextId;
  private int handedOut;
  private long length;
  private Instant earliestExpiry = Instant.MAX;
  private Instant lastPut = Instant.MIN;

  Mailbox(int firstId, BiConsumer<Update, Fate> watcher) {
    this.nextId = firstId;
    this.handedOut = firstId - 1;
    this.watcher = watcher;
  }

  AllowedUpdates allowed() {
    return allowed;
  }

  void allow(AllowedUpdates wanted) {
    allowed = wanted;
  }

  /** Stores an update under the next number; a queue that is full drops it. */
  Optional<Update> put(Letter draft, Instant now) {
    if (draft.size() > LONGEST || isFull(draft)) {
      watcher.accept(draft.update(), Fate.DROPPED);
      return Optional.empty();
    }
    var letter = draft.with(draft.update().numbered(nextId++));
    lastPut = now;
    remember(letter);
    add(letter);
    return Optional.of(letter.update());
  }

  /** Whether nothing came for so long. */
  boolean wasSilent(Duration time, Instant now) {
    return waiting.isEmpty() && !lastPut.equals(Instant.MIN) && lastPut.plus(time).isBefore(now);
  }

  /** Goes on counting from here, as after a long silence. */
  void renumber(int firstId) {
    nextId = firstId;
    handedOut = firstId - 1;
  }

  /** Confirms what lies below the offset and reads on from there. */
  List<Letter> read(long offset, int limit, Instant now) {
    expire(now);
    confirm(offset);
    var batch = new ArrayList<Letter>(Math.min(limit, waiting.size() + again.size()));
    while (batch.size() < limit && !again.isEmpty()) {
      var letter = again.remove();
      length -= letter.size();
      batch.add(letter);
      repeatIfOwed(letter);
    }
    int left = LONGEST_ANSWER;
    for (var letter : waiting.values()) {
      left -= OVERHEAD + letter.size();
      if (batch.size() >= limit || left <= 0) {
        break;
      }
      batch.add(letter);
      handedOut = Math.max(handedOut, letter.update().id());
    }
    batch.forEach(letter -> watcher.accept(letter.update(), Fate.DELIVERED));
    return batch;
  }

  /** The first so many letters, those that go out once more behind the others. */
  Stream<Letter> first(int many, Instant now) {
    expire(now);
    return Stream.of(waiting.values(), again).flatMap(Collection::stream).limit(many);
  }

  /** A webhook took it, or never will. */
  void remove(Update update, Fate fate) {
    var letter = waiting.remove(update.id());
    if (letter == null) {
      letter = again.stream().filter(copy -> copy.update().equals(update)).findFirst().orElse(null);
      again.remove(letter);
    }
    if (letter != null) {
      length -= letter.size();
      watcher.accept(update, fate);
      repeatIfOwed(letter);
    }
  }

  /**
   * Hands an update out once more: the one with this number, or the last one for 0.
   *
   * @throws Refusal 409 when the queue is full
   */
  Optional<Update> repeat(int id, Instant expires) {
    Letter found = null;
    for (var letter : recent) {
      found = id == 0 || letter.update().id() == id ? letter : found;
    }
    if (found == null) {
      return Optional.empty();
    }
    var copy = found.update().again(expires);
    var letter = found.with(copy);
    if (isFull(letter)) {
      throw Refusal.conflict("the bot's queue is full");
    }
    addAgain(letter);
    return Optional.of(copy);
  }

  int size(Instant now) {
    expire(now);
    return waiting.size() + again.size();
  }

  void clear() {
    Stream.of(waiting.values(), again)
        .flatMap(Collection::stream)
        .forEach(letter -> watcher.accept(letter.update(), Fate.DROPPED));
    waiting.clear();
    again.clear();
    length = 0;
  }

  int nextId() {
    return nextId;
  }

  List<Update> waiting() {
    return waiting.values().stream().map(Letter::update).toList();
  }

  List<Update> again() {
    return again.stream().map(Letter::update).toList();
  }

  void restore(Stream<Letter> savedWaiting, Stream<Letter> savedAgain) {
    savedWaiting.forEach(this::add);
    savedAgain.forEach(this::addAgain);
  }

  private boolean isFull(Letter next) {
    return waiting.size() + again.size() >= LIMIT || length + next.size() > LONGEST_QUEUE;
  }

  private void add(Letter letter) {
    waiting.put(letter.update().id(), letter);
    count(letter);
  }

  private void addAgain(Letter letter) {
    again.add(letter);
    count(letter);
  }

  private void count(Letter letter) {
    length += letter.size();
    if (letter.update().expires().isBefore(earliestExpiry)) {
      earliestExpiry = letter.update().expires();
    }
  }

  /** A negative offset keeps the last ones; one beyond reason changes nothing. */
  private void confirm(long offset) {
    if (offset < 0) {
      while (waiting.size() > -offset) {
        confirmHead();
      }
      return;
    }
    if (offset > nextId + (long) FUTURE || offset < head() - (long) LIMIT) {
      return;
    }
    while (!waiting.isEmpty() && head() < offset) {
      confirmHead();
    }
  }

  private int head() {
    return waiting.isEmpty() ? nextId : waiting.keySet().iterator().next();
  }

  /** What is skipped unseen is forgotten too. */
  private void confirmHead() {
    var letters = waiting.values().iterator();
    var letter = letters.next();
    letters.remove();
    repeatIfOwed(letter);
    length -= letter.size();
    if (letter.update().id() > handedOut) {
      watcher.accept(letter.update(), Fate.DROPPED);
    }
  }

  /** What was read once and is owed more than once waits for its next time. */
  private void repeatIfOwed(Letter letter) {
    if (letter.update().copies() > 1) {
      addAgain(letter.with(letter.update().with(letter.update().copies() - 1)));
    }
  }

  private void remember(Letter letter) {
    recent.add(letter);
    if (recent.size() > REMEMBERED) {
      recent.remove();
    }
  }

  private void expire(Instant now) {
    if (now.isBefore(earliestExpiry)) {
      return;
    }
    earliestExpiry = Instant.MAX;
    expire(waiting.values().iterator(), now);
    expire(again.iterator(), now);
  }

  private void expire(Iterator<Letter> letters, Instant now) {
    while (letters.hasNext()) {
      var letter = letters.next();
      var expires = letter.update().expires();
      if (!now.isBefore(expires)) {
        letters.remove();
        length -= letter.size();
        watcher.accept(letter.update(), Fate.EXPIRED);
      } else if (expires.isBefore(earliestExpiry)) {
        earliestExpiry = expires;
      }
    }
  }
}
