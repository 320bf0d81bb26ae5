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
  void the_demo_sells_and_ends_by_itself() {
    sells("warm-up");
  }

  @Test
  void a_server_of_its_own_process_sells_and_is_ended() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    sells(
        "warm-up",
        java,
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.startill.server.Main");
  }

  private void sells(String... arguments) {
    try (var warmUp = Shop.running(folder, arguments)) {
      Until.holds("it ends by itself", Duration.ofMinutes(2), () -> warmUp.exit().isPresent());
      var said = warmUp.said();
      assertThat(warmUp.exit()).as(said).contains(0);
      assertThat(said).contains("sells at");
      assertThat(said).doesNotContain("ended early", "Exception", "AssertionError");
      assertThat(SOLD.matcher(said).results().count()).isGreaterThanOrEqualTo(100);
    }
  }
}
