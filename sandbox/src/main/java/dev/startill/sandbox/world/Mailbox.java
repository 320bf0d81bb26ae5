package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One bot's queue of updates, with the rules of tdlib/telegram-bot-api (Client.cpp, TQueue): an
 * update stays until an offset confirms it, a webhook took it, or its time is over.
 */
final class Mailbox {
  private static final int LIMIT = 100_000;
  private static final int REMEMBERED = 1_000;

  /** Every name that allowed_updates may hold, as of Bot API 10.3. */
  private static final Set<String> KNOWN =
      Set.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "business_connection",
          "business_message",
          "edited_business_message",
          "deleted_business_messages",
          "message_reaction",
          "message_reaction_count",
          "inline_query",
          "chosen_inline_result",
          "callback_query",
          "shipping_query",
          "pre_checkout_query",
          "purchased_paid_media",
          "poll",
          "poll_answer",
          "my_chat_member",
          "chat_member",
          "chat_join_request",
          "chat_boost",
          "removed_chat_boost",
          "subscription");

  /** Told only to bots that ask for them by name. */
  private static final Set<String> QUIET =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private final Deque<Update> waiting = new ArrayDeque<>();

  /** Copies of updates that were read before: handed out once more, whatever the offset says. */
  private final Deque<Update> again = new ArrayDeque<>();

  private final Deque<Update> recent = new ArrayDeque<>();
  private Set<String> allowed = Set.of();
  private int nextId;
  private final BiConsumer<Update, Fate> watcher;
  private int handedOut;
  private Instant earliestExpiry = Instant.MAX;

  Mailbox(int firstId, BiConsumer<Update, Fate> watcher) {
    this.nextId = firstId;
    this.handedOut = firstId - 1;
    this.watcher = watcher;
  }

  boolean wants(String field) {
    return allowed.isEmpty() ? !QUIET.contains(field) : allowed.contains(field);
  }

  /** A list without a known name means the default; the list outlives restarts. */
  void allow(List<String> names) {
    Set<String> known = new LinkedHashSet<>(names);
    known.retainAll(KNOWN);
    allowed = known;
  }

  List<String> allowed() {
    return List.copyOf(allowed);
  }

  /** Stores an update under the next identifier; a full queue drops it, as Telegram's does. */
  Optional<Update> put(long bot, Update.Body body, Instant expires, int copies) {
    if (waiting.size() >= LIMIT) {
      return Optional.empty();
    }
    var update = new Update(nextId++, bot, body, expires, copies);
    waiting.add(update);
    remember(update);
    if (expires.isBefore(earliestExpiry)) {
      earliestExpiry = expires;
    }
    return Optional.of(update);
  }

  /** Confirms what lies below the offset and reads on from there. */
  List<Update> read(long offset, int limit, Instant now) {
    expire(now);
    confirm(offset);
    var batch = new ArrayList<Update>(Math.min(limit, waiting.size() + again.size()));
    while (batch.size() < limit && !again.isEmpty()) {
      batch.add(repeated(again.remove()));
    }
    for (var update : waiting) {
      if (batch.size() >= limit) {
        break;
      }
      batch.add(update);
      handedOut = Math.max(handedOut, update.id());
    }
    batch.forEach(update -> watcher.accept(update, Fate.DELIVERED));
    return batch;
  }

  /** The oldest update of a webhook's lane. */
  Optional<Update> first(String lane, Instant now) {
    expire(now);
    for (var queue : List.of(waiting, again)) {
      for (var update : queue) {
        if (update.body().lane().equals(lane)) {
          return Optional.of(update);
        }
      }
    }
    return Optional.empty();
  }

  /** The lanes that have something to deliver. */
  Set<String> lanes(Instant now) {
    expire(now);
    var lanes = new LinkedHashSet<String>();
    waiting.forEach(update -> lanes.add(update.body().lane()));
    again.forEach(update -> lanes.add(update.body().lane()));
    return lanes;
  }

  /** A webhook took it, or never will. */
  void remove(Update update, Fate fate) {
    if (waiting.remove(update) || again.remove(update)) {
      watcher.accept(update, fate);
    }
    repeated(update);
  }

  /** Hands an update out once more: the one with this identifier, or the last one for 0. */
  Optional<Update> repeat(int id) {
    Update found = null;
    for (var update : recent) {
      found = id == 0 || update.id() == id ? update : found;
    }
    if (found == null) {
      return Optional.empty();
    }
    var copy = new Update(found.id(), found.bot(), found.body(), Instant.MAX, 1);
    again.add(copy);
    return Optional.of(copy);
  }

  int size(Instant now) {
    expire(now);
    return waiting.size() + again.size();
  }

  void clear() {
    waiting.forEach(update -> watcher.accept(update, Fate.DROPPED));
    waiting.clear();
    again.clear();
  }

  int nextId() {
    return nextId;
  }

  List<Update> waiting() {
    return List.copyOf(waiting);
  }

  List<Update> again() {
    return List.copyOf(again);
  }

  void restore(List<Update> savedWaiting, List<Update> savedAgain) {
    waiting.addAll(savedWaiting);
    again.addAll(savedAgain);
    earliestExpiry = Instant.MIN;
  }

  private void confirm(long offset) {
    if (offset < 0) {
      while (waiting.size() > -offset) {
        confirmHead();
      }
      return;
    }
    int head = waiting.isEmpty() ? nextId : waiting.getFirst().id();
    if (offset > nextId + 10L || offset < head - (long) LIMIT) {
      return;
    }
    while (!waiting.isEmpty() && waiting.getFirst().id() < offset) {
      confirmHead();
    }
  }

  /** Telegram too forgets what is skipped unseen. */
  private void confirmHead() {
    var update = waiting.remove();
    if (update.id() > handedOut) {
      watcher.accept(update, Fate.DROPPED);
    }
    repeated(update);
  }

  /** What was read once and is owed more than once waits for its next time. */
  private Update repeated(Update update) {
    if (update.copies() > 1) {
      again.add(update.with(update.copies() - 1));
    }
    return update;
  }

  private void remember(Update update) {
    recent.add(update);
    if (recent.size() > REMEMBERED) {
      recent.remove();
    }
  }

  private void expire(Instant now) {
    if (now.isBefore(earliestExpiry)) {
      return;
    }
    for (var each = waiting.iterator(); each.hasNext(); ) {
      var update = each.next();
      if (!now.isBefore(update.expires())) {
        each.remove();
        watcher.accept(update, Fate.EXPIRED);
      }
    }
    earliestExpiry =
        waiting.stream().map(Update::expires).min(Instant::compareTo).orElse(Instant.MAX);
  }
}
