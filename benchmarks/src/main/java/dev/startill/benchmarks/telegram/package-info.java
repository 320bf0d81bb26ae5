/**
 * Telegram and its buyers, as far as a shop sees them: begin with {@link
 * dev.startill.benchmarks.telegram.Telegram}. All of it lives on one loop's thread.
 */
@NullMarked
package dev.startill.benchmarks.telegram;

import org.jspecify.annotations.NullMarked;
