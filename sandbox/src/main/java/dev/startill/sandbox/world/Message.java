package dev.startill.sandbox.world;

/**
 * A message in a private chat. Identifiers count per bot, across its chats, as they do for a real
 * bot. {@code replyMarkup} is JSON text or empty; dates are Unix seconds, 0 for never edited.
 */
public record Message(
    long id,
    Chat chat,
    boolean fromBot,
    long date,
    long editDate,
    Content content,
    String replyMarkup) {}
