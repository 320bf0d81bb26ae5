package dev.startill.simulation;

import java.sql.SQLException;

/**
 * One history, made up from a seed: the real engine over the real store, between buyers and a
 * merchant who do what they like, a Telegram that fails, and a process that dies; then fair weather
 * until all has come to rest. After every step what must hold is looked at. For one thread; the
 * same seed gives the same history.
 */
public final class Simulation {
  private final long seed;

  /** The history of this seed. */
  public Simulation(long seed) {
    this.seed = seed;
  }

  /** Runs it to its end, or to the first breach. */
  public Verdict run() {
    try (var stage = new Stage(seed)) {
      new History(stage).run();
      return new Verdict(
          seed,
          stage.trace.step(),
          stage.checker.breach(),
          stage.reached,
          stage.trace.lines());
    } catch (SQLException e) {
      throw new IllegalStateException("The simulation's own database failed.", e);
    }
  }
}
