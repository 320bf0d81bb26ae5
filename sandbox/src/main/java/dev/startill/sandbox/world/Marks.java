package dev.startill.sandbox.world;

import java.util.Optional;

/**
 * What a message carries besides its content.
 *
 * @param replyTo the message that it answers, itself without one
 * @param forwardOrigin a MessageOrigin as JSON text; empty when it was not forwarded
 * @param mediaGroup the album's identifier; empty outside albums
 * @param viaBot the bot through whose inline answer it was sent; 0 for none
 * @param isProtected whether it may not be forwarded or saved
 * @param paidStars what was paid to send it; 0 for nothing
 */
public record Marks(
    Optional<Message> replyTo,
    String forwardOrigin,
    String mediaGroup,
    long viaBot,
    boolean isProtected,
    long paidStars) {
  /** A plain message. */
  public static final Marks NONE = new Marks(Optional.empty(), "", "", 0, false, 0);

  /** These marks, as an answer to a message. */
  public Marks replying(Message to) {
    return new Marks(
        Optional.of(to.withoutReply()), forwardOrigin, mediaGroup, viaBot, isProtected, paidStars);
  }

  /** These marks, as a part of an album. */
  public Marks inAlbum(String album) {
    return new Marks(replyTo, forwardOrigin, album, viaBot, isProtected, paidStars);
  }

  /** These marks, sent through a bot's inline mode. */
  public Marks via(long bot) {
    return new Marks(replyTo, forwardOrigin, mediaGroup, bot, isProtected, paidStars);
  }

  /** These marks, forwarded from there; what it was sent through stays. */
  public Marks forwarded(String origin, long throughBot) {
    return new Marks(replyTo, origin, mediaGroup, throughBot, isProtected, paidStars);
  }

  Marks withoutReply() {
    return new Marks(Optional.empty(), forwardOrigin, mediaGroup, viaBot, isProtected, paidStars);
  }
}
