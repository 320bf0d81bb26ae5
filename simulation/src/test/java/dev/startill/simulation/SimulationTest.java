package dev.startill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Histories from seeds. */
class SimulationTest {
  private static final Logger ENGINE = Logger.getLogger("dev.startill");

  /** Only the statement tells of what no update told, and it is not read yet. */
  private static final Set<Invariant> LATER =
      EnumSet.of(Invariant.EVERY_STAR_IS_KNOWN, Invariant.LEDGER_IS_TELEGRAMS);

  @BeforeAll
  static void hush() {
    ENGINE.setLevel(Level.OFF);
  }

  @Test
  void every_history_ends_well() {
    for (var seed = 0; seed < 300; seed++) {
      var verdict = new Simulation(seed).run();
      assertThat(verdict.breach().filter(breach -> !LATER.contains(breach.invariant())))
          .as("seed %d", seed)
          .isEmpty();
      assertThat(verdict.steps()).isGreaterThanOrEqualTo(50);
    }
  }

  @Test
  void the_same_seed_gives_the_same_history() {
    for (var seed = 0; seed < 20; seed++) {
      assertThat(new Simulation(seed).run().trace()).isEqualTo(new Simulation(seed).run().trace());
    }
  }
}
