package dev.startill.server.tools;

import dev.startill.jdbc.Schema;
import dev.startill.jdbc.TablePrefix;
import dev.startill.server.cli.Options;
import java.util.Map;
import java.util.Set;

/** {@code schema}: prints the statements that make the database, for who says them by hand. */
final class PrintSchema {
  static final Tool TOOL =
      new Tool(
          "schema",
          Set.of("--dialect", "--after", "--table-prefix"),
          Set.of(),
          0,
          PrintSchema::run);

  private PrintSchema() {}

  private static int run(Call call) {
    var options = call.options();
    var dialect =
        options
            .text("--dialect")
            .orElseThrow(
                () ->
                    new Options.UsageException(
                        "schema needs --dialect sqlite, postgresql or mysql, which is MariaDB's as well."));
    var after = options.value("--after", Integer::valueOf).orElse(0);
    var prefix = new TablePrefix(options.text("--table-prefix", ""));
    var script = Schema.script(dialect, after, prefix);
    call.answer(script.stripTrailing(), Map.of("dialect", dialect, "script", script));
    return Tool.DONE;
  }
}
