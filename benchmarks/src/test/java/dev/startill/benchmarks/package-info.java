/** Tests of the measuring itself. */
@NullMarked
package dev.startill.benchmarks;

import org.jspecify.annotations.NullMarked;
