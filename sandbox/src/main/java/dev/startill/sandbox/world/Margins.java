package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private record Place(Chat chat, long message, long by) {}

  private final World world;
  private final Map<Chat, List<Long>> pins = new LinkedHashMap<>();
  private final Map<Place, String> reactions = new LinkedHashMap<>();

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
    var place = new Place(message.chat(), message.id(), by);
    if (json.isEmpty()) {
      reactions.remove(place);
    } else {
      reactions.put(place, json);
    }
    world.tell(new Happening.MessageShown(message));
  }

  /** How a bot reacted to a message. */
  public Optional<String> reaction(Message message, long by) {
    return Optional.ofNullable(reactions.get(new Place(message.chat(), message.id(), by)));
  }

  /** All reactions to a message, by whom. */
  public Map<Long, String> reactions(Message message) {
    var found = new LinkedHashMap<Long, String>();
    if (!reactions.isEmpty()) {
      reactions.forEach(
          (place, json) -> {
            if (place.message() == message.id() && place.chat().equals(message.chat())) {
              found.put(place.by(), json);
            }
          });
    }
    return found;
  }

  List<Pins> pins() {
    return pins.entrySet().stream().map(e -> new Pins(e.getKey(), e.getValue())).toList();
  }

  List<Reaction> reactions() {
    return reactions.entrySet().stream()
        .map(
            e ->
                new Reaction(
                    e.getKey().chat(), e.getKey().message(), e.getKey().by(), e.getValue()))
        .toList();
  }

  void restore(Pins saved) {
    pins.put(saved.chat(), new ArrayList<>(saved.messages()));
  }

  void restore(Reaction saved) {
    reactions.put(new Place(saved.chat(), saved.message(), saved.by()), saved.json());
  }
}
