/** The shop of the contract written with TelegramBots, as its getting-started pages have it. */
@NullMarked
package dev.startill.acceptance.clients.telegrambots;

import org.jspecify.annotations.NullMarked;
