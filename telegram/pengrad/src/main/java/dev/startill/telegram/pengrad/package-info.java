/**
 * Telegram over {@code com.github.pengrad:java-telegram-bot-api}, for bots that are built on it.
 * Begin with {@link dev.startill.telegram.pengrad.PengradBot}. It carries and translates; what is
 * said and what it means is {@code dev.startill.telegram.http}'s, as for every other client.
 */
@NullMarked
package dev.startill.telegram.pengrad;

import org.jspecify.annotations.NullMarked;
