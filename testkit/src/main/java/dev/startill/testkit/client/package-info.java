/**
 * What every way to Telegram must do at a Telegram that remembers: the sandbox. Begin with {@link
 * dev.startill.testkit.client.ClientContract}; what comes over the wire otherwise is {@code
 * TelegramContract}'s.
 */
@NullMarked
package dev.startill.testkit.client;

import org.jspecify.annotations.NullMarked;
