package dev.startill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Histories from seeds. */
class SimulationTest {
  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger ENGINE = Logger.getLogger("dev.startill");

  /** In the fewest of all histories does something rare happen less often than this. */
  private static final long OFTEN = 100;

  @BeforeAll
  static void hush() {
    ENGINE.setLevel(Level.OFF);
  }

  @Test
  void every_history_ends_well() {
    endsWell(new Series(0, Long.getLong("histories.quick", 500)));
  }

  @Test
  @Tag("long")
  void every_history_of_many_ends_well_and_all_that_can_go_wrong_was_met() {
    var series = new Series(1_000_000, Long.getLong("histories", 20_000));
    endsWell(series);
    series
        .reached()
        .forEach((name, times) -> assertThat(times).as(name).isGreaterThanOrEqualTo(OFTEN));
  }

  @Test
  void the_same_seed_gives_the_same_history_in_any_process() throws Exception {
    var elsewhere =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Fingerprint.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var here = Fingerprint.ofHistories();
    assertThat(Fingerprint.ofHistories()).isEqualTo(here);
    try (var said = elsewhere.inputReader()) {
      assertThat(said.readLine()).isEqualTo(Long.toString(here));
    }
  }

  private static void endsWell(Series series) {
    series.run(Runtime.getRuntime().availableProcessors(), ended -> {});
    for (var verdict : series.failures()) {
      var lines = verdict.trace();
      assertThat(verdict.breach())
          .as(
              "seed %d:%n%s",
              verdict.seed(), String.join("\n", lines.subList(lines.size() - 40, lines.size())))
          .isEmpty();
    }
    assertThat(series.fewest()).isGreaterThanOrEqualTo(50);
  }
}
