package dev.startill.sandbox.world;

import java.util.List;

/**
 * What a message carries. Pieces that the sandbox only hands through (entities) stay the JSON text
 * that the bot sent; an empty text means that there are none.
 */
public sealed interface Content {
  /** Words, with their formatting. */
  record Text(String text, String entities) implements Content {}

  /** An invoice bubble; its Stars go to this bot, wherever it was posted and by whomever. */
  record Offer(Invoice invoice, long bot) implements Content {}

  /** A photo, a document, a video: any file. */
  record Attachment(StoredFile file, Caption caption) implements Content {}

  /** What is neither words nor a file: its fields as the bot sent them, as JSON text. */
  record Card(Kind kind, String json) implements Content {
    /** The message's field. */
    public enum Kind {
      CONTACT,
      DICE,
      LOCATION,
      VENUE
    }
  }

  /** What a Mini App sent to its bot, and the keyboard's button it was opened by. */
  record WebAppData(String buttonText, String data) implements Content {}

  /**
   * Photos and videos that show themselves to those who pay. The seller is a bot, or the channel
   * that it was posted in; {@code key} tells it from others, and copies of it are the same.
   */
  record PaidMedia(
      String key, long seller, long stars, List<StoredFile> items, Caption caption, String payload)
      implements Content {
    /** Copied. */
    public PaidMedia {
      items = List.copyOf(items);
    }
  }

  /** What Telegram itself says in a chat: who came and went, what was given. */
  sealed interface Service extends Content {}

  /** These came into the group. */
  record Joined(List<Long> who) implements Service {
    /** Copied. */
    public Joined {
      who = List.copyOf(who);
    }
  }

  /** This message is now pinned. */
  record Pinned(Message message) implements Service {}

  /** This one left the group, or was removed from it. */
  record Left(long who) implements Service {}

  /** A bot's gift arrived; so many of its kind were left then, if it is a limited one. */
  record Gifted(OwnedGift gift, long left) implements Service {}

  /** A bot gave Telegram Premium for so many months and Stars. */
  record GiftedPremium(int months, long stars, String text, String entities) implements Service {}

  /** The service message that says: these Stars arrived. */
  record Paid(Charge charge) implements Content {}

  /** The service message that says: these Stars went back. */
  record Refunded(Charge charge) implements Content {}
}
