package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is put onto messages that are there: pins, and reactions (JSON text) by whom. */
public final class Margins {
  /** One reaction, of a bot to a message: an array of ReactionType as JSON text. */
  public record Reaction(Chat chat, long message, long by, String json) {}

  /** A chat's pinned messages, the last pinned last. */
  public record Pins(Chat chat, List<Long> messages) {
    /** Copied. */
    public Pins {
      messages = List.copyOf(messages);
    }
  }

  private record Place(Chat chat, long message) {
    static Place of(Message message) {
      return new Place(message.chat(), message.id());
    }
  }

  private final World world;
  private final Map<Chat, List<Long>> pins = new LinkedHashMap<>();
  private final Map<Place, Map<Long, String>> reactions = new LinkedHashMap<>();

  Margins(World world) {
    this.world = world;
  }

  /** Pins a message and says so in the chat; pinning it again only puts it on top. */
  public void pin(Message message, long by) {
    var pinned = pins.computeIfAbsent(message.chat(), chat -> new ArrayList<>());
    boolean again = pinned.remove(message.id());
    pinned.add(message.id());
    if (!again) {
      var content = new Content.Pinned(message.withoutReply());
      var said = world.chats().post(message.chat(), by, content, "", Marks.NONE);
      switch (message.chat()) {
        case Chat.Private p ->
            world.mail().put(p.bot(), new Update.Arrived(said), world.knobs().messageRetention());
        case Chat.Shared shared -> {}
      }
    }
  }

  /** Unpins a message; false when it was not pinned. */
  public boolean unpin(Chat chat, long message) {
    return pins.getOrDefault(chat, new ArrayList<>()).remove(message);
  }

  /** Unpins all messages of a chat. */
  public void unpinAll(Chat chat) {
    pins.remove(chat);
  }

  /** The pinned messages that are still there, the last pinned first. */
  public List<Message> pinned(Chat chat) {
    return pins.getOrDefault(chat, List.of()).reversed().stream()
        .flatMap(id -> world.chats().message(chat, id).stream())
        .toList();
  }

  /** A bot reacts, in place of how it reacted before; an empty text for no more. */
  public void react(Message message, long by, String json) {
    var place = Place.of(message);
    if (json.isEmpty()) {
      reactions.computeIfPresent(place, (p, all) -> without(all, by));
    } else {
      reactions.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(by, json);
    }
    world.tell(new Happening.MessageShown(message));
  }

  private static @Nullable Map<Long, String> without(Map<Long, String> all, long by) {
    all.remove(by);
    return all.isEmpty() ? null : all;
  }

  /** How a bot reacted to a message. */
  public Optional<String> reaction(Message message, long by) {
    return Optional.ofNullable(reactions(message).get(by));
  }

  /** All reactions to a message, by whom. */
  public Map<Long, String> reactions(Message message) {
    return Collections.unmodifiableMap(reactions.getOrDefault(Place.of(message), Map.of()));
  }

  /** A message is gone, and what was put onto it. */
  void drop(Message message) {
    reactions.remove(Place.of(message));
    pins.computeIfPresent(
        message.chat(),
        (chat, pinned) -> {
          pinned.remove(message.id());
          return pinned.isEmpty() ? null : pinned;
        });
  }

  List<Pins> pins() {
    return pins.entrySet().stream().map(e -> new Pins(e.getKey(), e.getValue())).toList();
  }

  List<Reaction> reactions() {
    var list = new ArrayList<Reaction>();
    reactions.forEach(
        (place, all) ->
            all.forEach(
                (by, json) -> list.add(new Reaction(place.chat(), place.message(), by, json))));
    return list;
  }

  void restore(Pins saved) {
    pins.put(saved.chat(), new ArrayList<>(saved.messages()));
  }

  void restore(Reaction saved) {
    reactions
        .computeIfAbsent(new Place(saved.chat(), saved.message()), p -> new LinkedHashMap<>())
        .put(saved.by(), saved.json());
  }
}
