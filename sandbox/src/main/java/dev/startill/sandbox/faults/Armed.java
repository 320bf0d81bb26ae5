package dev.startill.sandbox.faults;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A fault in force.
 *
 * @param times how often it may strike in all; {@link Faults#ALWAYS} without end
 * @param seed what its percentage is drawn from, if it is to be repeatable
 */
public record Armed(long id, Fault fault, int times, int struck, OptionalLong seed) {
  /** How often it will strike yet, at most. */
  public int left() {
    return times == Faults.ALWAYS ? Faults.ALWAYS : times - struck;
  }

  Armed again() {
    return new Armed(id, fault, times, struck + 1, seed);
  }

  /** A seed has a sequence of its own; all others share one. */
  RandomGenerator chance(RandomGenerator shared) {
    return seed.isPresent()
        ? RandomGeneratorFactory.of("L64X128MixRandom").create(seed.getAsLong())
        : shared;
  }
}
