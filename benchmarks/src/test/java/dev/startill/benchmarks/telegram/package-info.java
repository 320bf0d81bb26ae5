/** Tests of the benchmark's Telegram. */
@NullMarked
package dev.startill.benchmarks.telegram;

import org.jspecify.annotations.NullMarked;
