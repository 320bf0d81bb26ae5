/**
 * Starts bots beside one another, pass by pass, sells through each, and writes down what it took:
 * begin with {@link dev.startill.benchmarks.run.Measure}.
 */
@NullMarked
package dev.startill.benchmarks.run;

import org.jspecify.annotations.NullMarked;
