package dev.startill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same histories over a real server, which cuts connections and runs out of room. */
abstract class ServerHistories {
  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger ENGINE = Logger.getLogger("dev.startill");

  @BeforeAll
  static void hush() {
    ENGINE.setLevel(Level.OFF);
  }

  /** A database that holds the newest schema and nothing else, as its copy does. */
  abstract Vault vault(MemoryDatabase copy) throws SQLException;

  @Test
  @Timeout(900)
  void every_history_ends_well() throws SQLException {
    var reached = new Reached();
    try (var blank = new Blank()) {
      var simulation = new Simulation(name -> vault(blank.copy(name)));
      for (var seed = 1; seed <= Integer.getInteger("histories.server", 12); seed++) {
        var verdict = simulation.run(seed);
        var lines = verdict.trace();
        assertThat(verdict.breach())
            .as(
                "seed %d:%n%s",
                seed,
                String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())))
            .isEmpty();
        reached.add(verdict.reached());
      }
    }
    assertThat(List.of(Fault.LOCK_TIMEOUT, Fault.COMMIT_UNKNOWN, Fault.DISK_FULL))
        .allSatisfy(fault -> assertThat(reached.times(fault)).as(fault.name()).isPositive());
  }
}
