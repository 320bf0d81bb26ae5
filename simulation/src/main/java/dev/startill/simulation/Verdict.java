package dev.startill.simulation;

import java.util.List;
import java.util.Optional;

/**
 * What became of one history. Immutable but for what it reached.
 *
 * @param seed by which it can be had again
 * @param steps how many it took
 * @param breach the first invariant that did not hold, if any
 * @param reached what the engine met in it
 * @param trace what happened, line by line: the same for the same seed
 */
public record Verdict(
    long seed, int steps, Optional<Breach> breach, Reached reached, List<String> trace) {
  public Verdict {
    trace = List.copyOf(trace);
  }
}
