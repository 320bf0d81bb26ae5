package dev.startill.simulation;

import java.sql.SQLException;
import java.util.function.LongFunction;

/**
 * The simulation as a function of nothing but classes of Java: from a seed to the name of the
 * invariant that did not hold, or to an empty text. So it can be loaded by a class loader of its
 * own, together with an engine that somebody has spoilt, and asked from outside. For one thread.
 */
public final class Trial implements LongFunction<String>, AutoCloseable {
  private final Blank blank;
  private final Simulation simulation;

  /** With a database of its own. */
  public Trial() {
    try {
      this.blank = new Blank();
    } catch (SQLException e) {
      throw new IllegalStateException("The simulation's own database failed.", e);
    }
    this.simulation = new Simulation(blank);
  }

  @Override
  public String apply(long seed) {
    return simulation.run(seed).breach().map(breach -> breach.invariant().name()).orElse("");
  }

  @Override
  public void close() throws SQLException {
    blank.close();
  }
}
