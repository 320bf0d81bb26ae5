package dev.startill.sandbox.world;

/**
 * A message in a chat. In private chats identifiers count per bot, across its chats, as they do for
 * a real bot; a channel or group counts its own. {@code from} is the user or bot who wrote it, in a
 * channel too, where readers see the channel instead. {@code replyMarkup} is JSON text or empty;
 * dates are Unix seconds, 0 for never edited.
 */
public record Message(
    long id,
    Chat chat,
    long from,
    long date,
    long editDate,
    Content content,
    String replyMarkup,
    Marks marks) {

  /** Whether this user or bot wrote it. */
  public boolean isFrom(long who) {
    return from == who;
  }

  /** Whether Telegram wrote it and not its author. */
  public boolean isService() {
    return switch (content) {
      case Content.Paid p -> true;
      case Content.Refunded r -> true;
      case Content.Service s -> true;
      case Content.Text t -> false;
      case Content.Offer o -> false;
      case Content.Attachment a -> false;
      case Content.Card c -> false;
      case Content.PaidMedia m -> false;
      case Content.WebAppData w -> true;
    };
  }

  /** The bot that its buttons belong to. */
  public long bot() {
    return marks.viaBot() == 0 ? from : marks.viaBot();
  }

  Message edited(long when, Content other, String otherMarkup) {
    return new Message(id, chat, from, date, when, other, otherMarkup, marks);
  }

  Message withoutReply() {
    return marks.replyTo().isEmpty()
        ? this
        : new Message(id, chat, from, date, editDate, content, replyMarkup, marks.withoutReply());
  }
}
