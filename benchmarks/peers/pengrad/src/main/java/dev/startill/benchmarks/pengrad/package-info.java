/** The shop on pengrad's library. */
@NullMarked
package dev.startill.benchmarks.pengrad;

import org.jspecify.annotations.NullMarked;
