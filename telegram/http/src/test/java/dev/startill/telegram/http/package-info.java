/** What is true of this adapter alone; what is true of every one is in {@code TelegramContract}. */
@NullMarked
package dev.startill.telegram.http;

import org.jspecify.annotations.NullMarked;
