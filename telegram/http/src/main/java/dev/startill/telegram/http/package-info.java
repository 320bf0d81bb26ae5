/**
 * Telegram over plain HTTP and raw JSON: the dozen methods that payments and a small shop need.
 * Begin with {@link dev.startill.telegram.http.HttpBot}. It translates and never decides what a
 * payment means; the token is spelled out here alone.
 */
@NullMarked
package dev.startill.telegram.http;

import org.jspecify.annotations.NullMarked;
