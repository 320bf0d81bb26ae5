package dev.startill.sandbox.world;

/** A channel or a group: its chat and its names. No user name means that it is not public. */
public record Community(Chat.Shared chat, String title, String username) {
  /** The number, negative as in the Bot API. */
  public long id() {
    return chat.id();
  }

  /** The word of the Bot API: {@code channel} or {@code supergroup}. */
  public String type() {
    return switch (chat) {
      case Chat.Channel c -> "channel";
      case Chat.Group g -> "supergroup";
    };
  }
}
