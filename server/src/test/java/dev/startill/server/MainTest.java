package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.server.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed where somebody asks for help or mistypes. */
class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<String> commands() {
    return Main.COMMANDS.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_has_a_usage_of_its_own(String command) {
    assertThat(types(command, "--help")).isZero();
    var asked = text(out);
    assertThat(asked).contains("Usage: ./startill " + command).doesNotContain("COMMAND");
    out.reset();
    assertThat(types("help", command)).isZero();
    assertThat(text(out)).isEqualTo(asked);
    out.reset();
    assertThat(types(command, "-h")).isZero();
    assertThat(text(out)).isEqualTo(asked);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_general_help_names_every_command(String command) {
    assertThat(types("--help")).isZero();
    assertThat(text(out)).contains("\n  " + command + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "refudn, startill: there is no command 'refudn'. Did you mean 'refund'? See ./startill --help.",
    "cook, startill: there is no command 'cook'. See ./startill --help."
  })
  void an_unknown_command_is_answered_in_one_line(String command, String words) {
    assertThat(types(command)).isEqualTo(Main.USAGE);
    assertThat(text(err)).isEqualToIgnoringNewLines(words);
    err.reset();
    assertThat(types("help", command)).isEqualTo(Main.USAGE);
    assertThat(text(err)).isEqualToIgnoringNewLines(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "refund | CHARGE is missing. See ./startill refund --help.",
        "refund --port=1 | there is no option '--port=1' here. See ./startill refund --help.",
        "refund stx --reason | --reason needs a value. See ./startill refund --help.",
        "cases list extra | 'extra' is too much here. See ./startill cases --help.",
        "outbox list extra | 'extra' is too much here. See ./startill outbox --help.",
        "outbox replay x --all | 'x' is too much here. See ./startill outbox --help.",
        "serve now | 'now' is too much here. See ./startill serve --help.",
        "simulate foo | there is no option 'foo' here. See ./startill simulate --help.",
        "simulate --json | there is no option '--json' here. See ./startill simulate --help.",
        "simulate --seed | --seed needs a value. See ./startill simulate --help.",
        "simulate --seed x | --seed is a whole number, unlike 'x'. See ./startill simulate --help.",
        "simulate --histories -3 | --histories is a whole number from 1 on, unlike '-3'. See"
            + " ./startill simulate --help.",
        "simulate --threads 0 | --threads is a whole number from 1 to 1000, unlike '0'. See"
            + " ./startill simulate --help."
      })
  void a_mistake_is_named_in_one_line(String line, String words) {
    assertThat(types(line.split(" "))).isEqualTo(Main.USAGE);
    assertThat(text(err)).isEqualToIgnoringNewLines("startill: " + words);
  }

  private int types(String... words) {
    return Main.run(List.of(words), new Console(printer(out), printer(err), false), Map.of());
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
