package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs once, so that the JVM learns which classes a shop takes. */
class WarmUpTest {
  private static final Pattern SOLD = Pattern.compile("APPROVED→PAID by ChargeReceived");

  @TempDir Path folder;

  @Test
  void the_warm_up_sells_and_serves_and_ends_by_itself() {
    try (var warmUp = Shop.running(folder, "warm-up")) {
      Until.holds("it ends by itself", Duration.ofMinutes(2), () -> warmUp.exit().isPresent());
      var said = warmUp.said();
      assertThat(warmUp.exit()).as(said).contains(0);
      assertThat(said).doesNotContain("ended early", "Exception", "AssertionError");
      assertThat(SOLD.matcher(said).results().count()).isGreaterThanOrEqualTo(100);
      assertThat(said.split("sells at", -1))
          .as("the demo's shop and the one of 'serve'")
          .hasSize(3);
    }
  }
}
