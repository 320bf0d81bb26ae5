package dev.startill.simulation;

import java.util.List;
import java.util.function.LongFunction;

/**
 * Runs the history of a seed where this class was loaded, and tells of it in words that are the
 * same for all class loaders: nothing, or invariant, step and what shows it. For one thread.
 */
public final class Trial implements LongFunction<List<String>> {
  private static int histories;

  /** How many histories began here, so that a mistake may forget the one before. */
  public static int histories() {
    return histories;
  }

  @Override
  public List<String> apply(long seed) {
    histories++;
    return new Simulation(seed)
        .run()
        .breach()
        .map(b -> List.of(b.invariant().name(), Integer.toString(b.step()), b.what()))
        .orElse(List.of());
  }
}
