/** The floor against the Telegram of the benchmarks: both are right, or neither. */
@NullMarked
package dev.startill.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
