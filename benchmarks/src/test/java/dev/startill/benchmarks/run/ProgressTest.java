package dev.startill.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Progress progress =
      new Progress(List.of(Duration.ofMinutes(1), Duration.ofMinutes(3)), 5);

  @Test
  void before_the_first_all_is_left_as_planned() {
    assertThat(progress.left()).isEqualTo("20.0 min");
    assertThat(progress.next()).isEqualTo("1 of 10 (20.0 min left)");
  }

  @Test
  void what_it_took_so_far_tells_what_is_left() {
    progress.next();

    assertThat(progress.next()).isEqualTo("2 of 10 (0.0 min left)");
  }
}
