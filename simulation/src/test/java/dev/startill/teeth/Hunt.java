package dev.startill.teeth;

import dev.startill.simulation.Invariant;
import dev.startill.simulation.Probe;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs histories with a bug planted until one of its invariants catches it. A history that does not
 * end well without the bug either proves nothing. For one thread.
 */
final class Hunt {
  private final PlantedBug bug;
  private final Map<Invariant, Integer> others = new EnumMap<>(Invariant.class);

  Hunt(PlantedBug bug) {
    this.bug = bug;
  }

  /**
   * How the hunt ended.
   *
   * @param bug which
   * @param caught by what, if it was
   * @param others what else broke before, and how often
   */
  record Bag(PlantedBug bug, Optional<Catch> caught, Map<Invariant, Integer> others) {}

  /**
   * The bug is caught.
   *
   * @param invariant by this
   * @param seed in this history
   * @param step at this step of it
   * @param what the row, or the moment, that shows it
   */
  record Catch(Invariant invariant, long seed, int step, String what) {}

  /** Tries so many seeds at most, beginning with 1. */
  Bag upTo(long seeds) throws Exception {
    try (var planted = new Planted(bug.patches());
        var sound = new Probe()) {
      for (var seed = 1L; seed <= seeds; seed++) {
        var broken = planted.apply(seed);
        if (!broken.isEmpty() && sound.apply(seed).isEmpty()) {
          var invariant = Invariant.valueOf(broken.get(0));
          if (bug.catchers().contains(invariant)) {
            var step = Integer.parseInt(broken.get(1));
            return bag(Optional.of(new Catch(invariant, seed, step, broken.get(2))));
          }
          others.merge(invariant, 1, Integer::sum);
        }
      }
      return bag(Optional.empty());
    }
  }

  private Bag bag(Optional<Catch> caught) {
    return new Bag(bug, caught, Map.copyOf(others));
  }
}
