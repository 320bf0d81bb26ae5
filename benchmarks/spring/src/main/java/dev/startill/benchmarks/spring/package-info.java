/** What the starter adds to the start of an application. Begin with {@code SpringStarts}. */
@NullMarked
package dev.startill.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
