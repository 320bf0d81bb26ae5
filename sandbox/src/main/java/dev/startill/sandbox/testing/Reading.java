package dev.startill.sandbox.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * How far a buyer has read each chat, and which invoices they paid. A message that was edited since
 * is unread again. Thread-safe.
 */
final class Reading {
  /** A message's place: numbers count for each bot. */
  private record Place(long bot, long message) {}

  private final Map<Place, Message> read = new ConcurrentHashMap<>();
  private final Set<Place> paid = ConcurrentHashMap.newKeySet();

  /** The oldest unread message that fits; it and all before it are read then. */
  synchronized Optional<Message> next(long bot, List<Message> chat, Predicate<Message> fits) {
    for (int i = 0; i < chat.size(); i++) {
      var message = chat.get(i);
      if (!isRead(bot, message) && fits.test(message)) {
        chat.subList(0, i + 1).forEach(seen -> read.put(new Place(bot, seen.id()), seen));
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  void paid(long bot, long message) {
    paid.add(new Place(bot, message));
  }

  boolean isPaid(long bot, Message message) {
    return paid.contains(new Place(bot, message.id()));
  }

  private boolean isRead(long bot, Message message) {
    var before = read.get(new Place(bot, message.id()));
    return before != null && (before.equals(message) || !message.has("edit_date"));
  }
}
