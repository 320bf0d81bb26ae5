/** What is written of the figures. */
@NullMarked
package dev.startill.benchmarks.run;

import org.jspecify.annotations.NullMarked;
