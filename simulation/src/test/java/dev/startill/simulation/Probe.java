package dev.startill.simulation;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Runs the history of a seed where this class was loaded, and tells of it in words that are the
 * same for all class loaders: nothing, or invariant, step and what shows it. For one thread.
 */
public final class Probe implements LongFunction<List<String>>, Closeable {
  private static int histories;

  private final Blank blank;
  private final Simulation simulation;

  /** With a database of its own. */
  public Probe() throws SQLException {
    this.blank = new Blank();
    this.simulation = new Simulation(blank);
  }

  /** How many histories began here, so that a mistake may forget the one before. */
  public static int histories() {
    return histories;
  }

  @Override
  public List<String> apply(long seed) {
    histories++;
    return simulation
        .run(seed)
        .breach()
        .map(b -> List.of(b.invariant().name(), Integer.toString(b.step()), b.what()))
        .orElse(List.of());
  }

  @Override
  public void close() throws IOException {
    try {
      blank.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
