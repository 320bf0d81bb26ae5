package dev.startill.sandbox.world;

import java.util.List;

/**
 * What a message carries. Pieces that the sandbox only hands through (entities) stay the JSON text
 * that the bot sent; an empty text means that there are none.
 */
public sealed interface Content {
  /** Words, with their formatting. */
  record Text(String text, String entities) implements Content {}

  /** An invoice bubble with its Pay button. */
  record Offer(Invoice invoice) implements Content {}

  /** A document or a photo. */
  record Attachment(Kind kind, StoredFile file, String caption, String entities)
      implements Content {
    /** How the file was sent, and so how a client shows it. */
    public enum Kind {
      DOCUMENT,
      PHOTO
    }
  }

  /** What a Mini App sent to its bot, and the keyboard's button it was opened by. */
  record WebAppData(String buttonText, String data) implements Content {}

  /** What Telegram itself says in a chat about those who are in it. */
  sealed interface Service extends Content {}

  /** These came into the group. */
  record Joined(List<Long> who) implements Service {
    /** Copied. */
    public Joined {
      who = List.copyOf(who);
    }
  }

  /** This one left the group, or was removed from it. */
  record Left(long who) implements Service {}

  /** The service message that says: these Stars arrived. */
  record Paid(Charge charge) implements Content {}

  /** The service message that says: these Stars went back. */
  record Refunded(Charge charge) implements Content {}
}
