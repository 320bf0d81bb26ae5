/**
 * The real engine and the real store, on one thread and in virtual time, through histories that a
 * seed makes up: crashes, lost answers, updates twice or never, buyers and merchants with the worst
 * of timing. Begin with {@code Simulation}; what must hold is in {@code Invariant}.
 */
@NullMarked
package dev.startill.simulation;

import org.jspecify.annotations.NullMarked;
