package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rows as they come, and what is written of them: each row, a table a scenario, and charts. */
final class Results {
  private final Path folder;
  private final String where;
  private final List<Contestant> bots;
  private final List<Row> rows = new ArrayList<>();
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  /**
   * Nothing yet.
   *
   * @param folder where to write
   * @param where the machine, in words
   * @param bots that are measured
   */
  Results(Path folder, String where, List<Contestant> bots) {
    this.folder = folder;
    this.where = where;
    this.bots = bots;
  }

  Path folder() {
    return folder;
  }

  void add(Row row) {
    rows.add(row);
  }

  /** Writes all anew. */
  void write() throws IOException {
    Files.createDirectories(folder);
    var lines = new ArrayList<String>();
    lines.add(Row.HEAD);
    rows.forEach(row -> lines.add(row.csv()));
    Files.write(folder.resolve("passes.csv"), lines);
    var page = new StringBuilder(head());
    for (var scenario : rows.stream().map(Row::scenario).distinct().toList()) {
      var field =
          new Field(bots, rows.stream().filter(r -> r.scenario().equals(scenario)).toList());
      page.append("\n## ").append(capital(scenario)).append("\n\n").append(field.table());
      charts(scenario, field);
    }
    Files.writeString(folder.resolve("results.md"), page);
  }

  private String head() {
    var loads = rows.stream().mapToDouble(Row::load).summaryStatistics();
    var passes = rows.stream().mapToInt(Row::pass).max().orElse(0);
    var page = new StringBuilder();
    page.append("# Bots beside one another\n\n");
    page.append("Written by `benchmarks/run` at ").append(begun).append(". Medians of ");
    page.append(passes).append(" passes that took turns, the least and the most in brackets;\n");
    page.append("\"x the best peer\" is the median of each pass's own ratio. ").append(where);
    page.append(
        ".\nLoad average before the passes: %.1f to %.1f.\n\n"
            .formatted(loads.getMin(), loads.getMax()));
    for (var bot : bots) {
      if (!bot.version().isEmpty()) {
        page.append("* ").append(bot.name()).append(' ').append(bot.version()).append('\n');
      }
    }
    return page.toString();
  }

  private void charts(String scenario, Field field) throws IOException {
    var file = scenario.replace(" %", "").replaceAll("[^a-z0-9]+", "-");
    chart(file + "-sales.svg", "Sales a second: " + scenario, field, Row::salesPerSecond);
    chart(file + "-cpu.svg", "CPU a sale, ms: " + scenario, field, row -> row.use().cpu());
    chart(
        file + "-checkout.svg",
        "Checkout answered, p99, ms: " + scenario,
        field,
        row -> row.sum().checkoutP99());
  }

  private void chart(String file, String title, Field field, ToDoubleFunction<Row> figure)
      throws IOException {
    Files.writeString(folder.resolve(file), Chart.of(title, field.bars(figure)));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
