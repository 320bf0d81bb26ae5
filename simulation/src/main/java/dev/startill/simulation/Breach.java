package dev.startill.simulation;

/**
 * An invariant did not hold.
 *
 * @param invariant which
 * @param step after how many steps of the history
 * @param what the row, or the moment, that shows it
 */
public record Breach(Invariant invariant, int step, String what) {
  @Override
  public String toString() {
    return "%s at step %d: %s".formatted(invariant, step, what);
  }
}
