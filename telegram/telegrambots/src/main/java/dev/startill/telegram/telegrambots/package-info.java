/**
 * Telegram over {@code org.telegram:telegrambots-client}, for bots that are built on it. Begin with
 * {@link dev.startill.telegram.telegrambots.TelegramBotsBot}. It carries and translates; what is
 * said and what it means is {@code dev.startill.telegram.http}'s, as for every other client.
 */
@NullMarked
package dev.startill.telegram.telegrambots;

import org.jspecify.annotations.NullMarked;
