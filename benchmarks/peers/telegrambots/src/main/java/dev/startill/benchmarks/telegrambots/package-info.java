/** The shop on TelegramBots. */
@NullMarked
package dev.startill.benchmarks.telegrambots;

import org.jspecify.annotations.NullMarked;
