package dev.startill.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** All chance of a history, from its seed. For one thread. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this(new SplittableRandom(seed));
  }

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** Another one, so that how much one part draws does not move what another gets. */
  Chance split() {
    return new Chance(random.split());
  }

  /** For others who draw. */
  RandomGenerator generator() {
    return random.split();
  }

  /** From 0 to one less than this. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the last of these. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  /** Once in so many times; never for 0. */
  boolean oneIn(int many) {
    return many > 0 && random.nextInt(many) == 0;
  }

  /** Any of these. */
  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
