/** Load and measurements. What they found stands in {@code docs/performance.md}. */
@NullMarked
package dev.startill.benchmarks;

import org.jspecify.annotations.NullMarked;
