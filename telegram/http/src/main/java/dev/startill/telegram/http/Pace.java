package dev.startill.telegram.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets messages through no faster than Telegram takes them: first each waits for its chat, then for
 * one of the second's places. A place is taken only when the chat's turn has come, so a crowded
 * chat takes none from the others, and places go in the order of asking. Threads share it.
 */
final class Pace {
  /**
   * Where calls go that go to no chat: they need no distance from one another, and take places and
   * heed Telegram's pauses as all others. No chat has this number.
   */
  static final long NO_CHAT = 0;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Forgetting looks at every chat, so it is done only when their number has doubled. */
  private static final int FORGOTTEN_FROM = 1024;

  private final LongSupplier nanos;
  private final Sleeper sleeper;
  private final long longest;
  private final long betweenTwo;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Chat> chats = new HashMap<>();

  /** When each of the last messages left; the oldest one's second must be over. */
  private final long[] places;

  private int oldest;
  private int forgetAt = FORGOTTEN_FROM;
  private long allPausedUntil;
  private long lastPausedChat;
  private long lastPausedUntil;

  private static final class Chat {
    long next;
    long pausedUntil;
  }

  Pace(HttpSettings settings, LongSupplier nanos, Sleeper sleeper) {
    this.nanos = nanos;
    this.sleeper = sleeper;
    this.longest = settings.longestTurn().toNanos();
    this.betweenTwo = settings.perChatPerSecond() == 0 ? 0 : SECOND / settings.perChatPerSecond();
    this.places = new long[settings.perSecond()];
    var now = nanos.getAsLong();
    Arrays.fill(places, now - SECOND);
    allPausedUntil = now;
    lastPausedUntil = now;
  }

  /**
   * Waits for the turn of a message to this chat.
   *
   * @return empty when it has come, else how long it is away: too long to wait for it
   */
  Optional<Duration> await(long chat) throws InterruptedException {
    var turn = turnOf(chat);
    if (turn.isEmpty()) {
      return Optional.empty();
    }
    if (turn.get() > longest) {
      return turn.map(Duration::ofNanos);
    }
    sleep(turn.get());
    var pause = pauseOf(chat);
    if (pause > 0) {
      return Optional.of(Duration.ofNanos(pause));
    }
    var place = place();
    if (place > longest) {
      return Optional.of(Duration.ofNanos(place));
    }
    sleep(place);
    return Optional.empty();
  }

  /**
   * Telegram asked for patience. It does not say whether for the chat or for the bot; when a second
   * chat hears it while the first still waits, the bot is meant.
   */
  void pause(long chat, Duration howLong) {
    lock.lock();
    try {
      var now = nanos.getAsLong();
      var until = now + howLong.toNanos();
      if (lastPausedUntil > now && lastPausedChat != chat) {
        allPausedUntil = Math.max(allPausedUntil, until);
      }
      lastPausedChat = chat;
      lastPausedUntil = until;
      var paused = chats.computeIfAbsent(chat, c -> new Chat());
      paused.pausedUntil = until;
      paused.next = Math.max(paused.next, until);
      forgetSome(now);
    } finally {
      lock.unlock();
    }
  }

  /** How many chats are remembered. */
  int chats() {
    lock.lock();
    try {
      return chats.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the chat's next turn, unless it is too far away; empty where there is nothing to keep.
   */
  private Optional<Long> turnOf(long chat) {
    lock.lock();
    try {
      var now = nanos.getAsLong();
      var known = chats.get(chat);
      if (known == null && betweenTwo == 0 && places.length == 0 && allPausedUntil <= now) {
        return Optional.empty();
      }
      var at = Math.max(allPausedUntil, Math.max(now, known == null ? now : known.next));
      if (at - now <= longest && betweenTwo > 0 && chat != NO_CHAT) {
        var mine = known == null ? new Chat() : known;
        mine.next = at + betweenTwo;
        if (known == null) {
          mine.pausedUntil = now;
          chats.put(chat, mine);
          forgetSome(now);
        }
      }
      return Optional.of(at - now);
    } finally {
      lock.unlock();
    }
  }

  private long pauseOf(long chat) {
    lock.lock();
    try {
      var now = nanos.getAsLong();
      var known = chats.get(chat);
      return Math.max(allPausedUntil, known == null ? now : known.pausedUntil) - now;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next place of the second, unless it is too far away. */
  private long place() {
    if (places.length == 0) {
      return 0;
    }
    lock.lock();
    try {
      var now = nanos.getAsLong();
      var at = Math.max(now, places[oldest] + SECOND);
      if (at - now <= longest) {
        places[oldest] = at;
        oldest = (oldest + 1) % places.length;
      }
      return at - now;
    } finally {
      lock.unlock();
    }
  }

  private void sleep(long howLong) throws InterruptedException {
    if (howLong > 0) {
      sleeper.sleep(Duration.ofNanos(howLong));
    }
  }

  private void forgetSome(long now) {
    if (chats.size() >= forgetAt) {
      chats.values().removeIf(chat -> chat.next <= now && chat.pausedUntil <= now);
      forgetAt = Math.max(FORGOTTEN_FROM, 2 * chats.size());
    }
  }
}
