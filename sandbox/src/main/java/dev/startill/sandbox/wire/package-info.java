/**
 * How Telegram's objects look as JSON, and how JSON is read and written here. Field names and their
 * order follow core.telegram.org/bots/api; nothing is shared with the clients that are judged by
 * it.
 */
@NullMarked
package dev.startill.sandbox.wire;

import org.jspecify.annotations.NullMarked;
