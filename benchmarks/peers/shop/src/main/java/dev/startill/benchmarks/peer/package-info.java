/** What the shops on other libraries for Java share. */
@NullMarked
package dev.startill.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
