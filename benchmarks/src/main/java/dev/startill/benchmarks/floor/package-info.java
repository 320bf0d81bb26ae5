/**
 * The least that a bot can do which keeps what it sold: {@link
 * dev.startill.benchmarks.floor.Floor}.
 */
@NullMarked
package dev.startill.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
