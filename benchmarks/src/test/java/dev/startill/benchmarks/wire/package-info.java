/** What comes over the wire, in all the ways in which libraries write it. */
@NullMarked
package dev.startill.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
