package dev.startill.sandbox.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Identifiers of messages that were sent through a bot's inline mode. One holds where its message
 * stands, as Telegram's does, so that nothing needs to be remembered.
 */
public final class InlineIds {
  private static final byte MARK = 0x49;

  private InlineIds() {}

  /** Where an identifier leads. */
  public record Place(Chat chat, long message) {}

  /** The identifier of a message. */
  public static String of(Message message) {
    var bytes = ByteBuffer.allocate(25).put(MARK);
    switch (message.chat()) {
      case Chat.Private p -> bytes.putLong(p.bot()).putLong(p.user());
      case Chat.Channel c -> bytes.putLong(0).putLong(c.id());
      case Chat.Group g -> bytes.putLong(-1).putLong(g.id());
    }
    bytes.putLong(message.id());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Where an identifier leads; empty when it is none. */
  public static Optional<Place> read(String identifier) {
    try {
      var bytes =
          ByteBuffer.wrap(
              Base64.getUrlDecoder().decode(identifier.getBytes(StandardCharsets.UTF_8)));
      if (bytes.limit() != 25 || bytes.get() != MARK) {
        return Optional.empty();
      }
      return Optional.of(new Place(chat(bytes.getLong(), bytes.getLong()), bytes.getLong()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Chat chat(long first, long second) {
    if (first == 0) {
      return new Chat.Channel(second);
    }
    return first == -1 ? new Chat.Group(second) : new Chat.Private(first, second);
  }
}
