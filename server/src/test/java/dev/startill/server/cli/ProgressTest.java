package dev.startill.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long nanos;

  @Test
  void on_a_terminal_one_line_is_written_over_and_the_last_one_stays() {
    try (var progress = progress(true).outOf(200)) {
      progress.at(50);
      nanos += 200_000_000L;
      progress.at(100);
      progress.at(101);
    }
    assertThat(said())
        .contains("██████░░░░░░░░░░░░░░░░░░  50 of 200 lines, 25 %")
        .contains("100 of 200 lines, 50 %")
        .doesNotContain("101 of")
        .endsWith("Reading: 101 lines.\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void elsewhere_there_is_a_plain_line_now_and_then() {
    try (var progress = progress(false)) {
      progress.at(1);
      nanos += 6_000_000_000L;
      progress.at(1_200);
    }
    assertThat(said()).isEqualTo("Reading: 1 200 lines so far\nReading: 1 200 lines.\n");
  }

  @Test
  void a_machine_is_told_nothing() {
    try (var progress = Progress.silent(console(true))) {
      progress.at(7);
    }
    assertThat(said()).isEmpty();
  }

  @Test
  void what_strangers_wrote_moves_no_cursor() {
    console(false).note("a\u001b[2Jb\u0007\nc");
    assertThat(said()).isEqualTo("a\uFFFD[2Jb\uFFFD\nc\n");
  }

  private Progress progress(boolean live) {
    return Progress.of(console(live), "Reading", "lines", () -> nanos);
  }

  private Console console(boolean live) {
    return new Console(printer(out), printer(err), live);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
