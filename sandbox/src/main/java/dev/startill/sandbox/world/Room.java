package dev.startill.sandbox.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A chat's messages, oldest first and bounded, and whether the user has blocked the bot. */
final class Room {
  private final Deque<Message> messages = new ArrayDeque<>();
  private final int limit;
  private final History history;
  private long taken;
  private boolean blocked;

  Room(int limit, History history) {
    this.limit = limit;
    this.history = history;
  }

  void add(Message message) {
    messages.add(message);
    if (messages.size() > limit) {
      history.forgot(messages.remove());
    }
    history.took(this, ++taken);
  }

  /** Forgets all up to the message that it took up as that number. */
  void forget(long number) {
    while (!messages.isEmpty() && taken - messages.size() < number) {
      history.forgot(messages.remove());
    }
  }

  Optional<Message> message(long id) {
    var newest = messages.descendingIterator();
    while (newest.hasNext()) {
      var message = newest.next();
      if (message.id() == id) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  List<Message> after(long id) {
    var found = new ArrayList<Message>();
    var newest = messages.descendingIterator();
    while (newest.hasNext()) {
      var message = newest.next();
      if (message.id() <= id) {
        break;
      }
      found.add(message);
    }
    return found.reversed();
  }

  List<Message> latest(int count) {
    var found = new ArrayList<Message>();
    var newest = messages.descendingIterator();
    while (newest.hasNext() && found.size() < count) {
      found.add(newest.next());
    }
    return found;
  }

  boolean remove(long id) {
    var gone = message(id);
    gone.ifPresent(
        message -> {
          messages.remove(message);
          history.forgot(message);
        });
    return gone.isPresent();
  }

  void replace(Message edited) {
    var kept = new ArrayList<Message>(messages);
    kept.replaceAll(message -> message.id() == edited.id() ? edited : message);
    messages.clear();
    messages.addAll(kept);
  }

  boolean blocked() {
    return blocked;
  }

  void block(boolean now) {
    blocked = now;
  }
}
