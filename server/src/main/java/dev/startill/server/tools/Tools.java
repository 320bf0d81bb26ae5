package dev.startill.server.tools;

import dev.startill.server.cli.Console;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operator's tools by their names. */
public final class Tools {
  private static final List<Tool> ALL =
      List.of(
          Examination.TOOL,
          Reconcile.TOOL,
          Refund.TOOL,
          Cases.TOOL,
          Letters.TOOL,
          Verify.TOOL,
          Report.TOOL,
          Export.TOOL,
          PrintSchema.TOOL,
          Migrate.TOOL);

  private Tools() {}

  /** Whether there is such a tool. */
  public static boolean has(String name) {
    return find(name).isPresent();
  }

  /** What they are called. */
  public static Stream<String> names() {
    return ALL.stream().map(Tool::name);
  }

  /**
   * Runs one.
   *
   * @param environment the variables of the process
   * @return the exit status: 0 done or accepted, 1 refused or the books differ
   * @throws dev.startill.server.cli.Options.UsageException if it was called in a way that it does
   *     not know
   */
  public static int run(
      String name, List<String> arguments, Console console, Map<String, String> environment) {
    return find(name).orElseThrow().run(arguments, console, environment);
  }

  private static Optional<Tool> find(String name) {
    return ALL.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }
}
