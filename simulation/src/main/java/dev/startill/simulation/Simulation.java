package dev.startill.simulation;

import java.sql.SQLException;

/**
 * Histories, each made up from a seed: the real engine over the real store, between buyers and a
 * merchant who do what they like, a Telegram that fails, and a process that dies; then fair weather
 * until all has come to rest. After every step what must hold is looked at. For one thread; the
 * same seed gives the same history.
 */
public final class Simulation {
  private final Vault.Source vaults;

  /** Histories that begin with copies of this database. */
  public Simulation(Blank blank) {
    this(blank::copy);
  }

  /** Histories in vaults that come from there. */
  Simulation(Vault.Source vaults) {
    this.vaults = vaults;
  }

  /** Runs the history of a seed to its end, or to the first breach. */
  public Verdict run(long seed) {
    try (var stage = new Stage(seed, vaults)) {
      new History(stage).run();
      return new Verdict(
          seed, stage.trace.step(), stage.checker.breach(), stage.reached, stage.trace.lines());
    } catch (SQLException e) {
      throw new IllegalStateException("The simulation's own database failed.", e);
    }
  }
}
