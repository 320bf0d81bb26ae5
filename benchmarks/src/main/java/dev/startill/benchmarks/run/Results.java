package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Rows as they come, and what is written of them: each row, tables, and charts. */
final class Results {
  /** Where charts stand, beside the page that shows them. */
  static final String CHARTS = "charts";

  private final Path folder;
  private final String where;
  private final List<Contestant> bots;
  private final List<Row> rows = new ArrayList<>();
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  /**
   * Nothing yet.
   *
   * @param folder where to write
   * @param where the machine and what was asked of it, in words
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
    Files.createDirectories(folder.resolve(CHARTS));
    var lines = new ArrayList<String>();
    lines.add(Row.HEAD);
    rows.forEach(row -> lines.add(row.csv()));
    Files.write(folder.resolve("passes.csv"), lines);
    Files.writeString(folder.resolve("results.md"), page());
  }

  private String page() throws IOException {
    var all = new Rows(List.copyOf(rows));
    var page = new StringBuilder(head());
    var aims = new Aims(bots, all).table();
    if (!aims.isEmpty()) {
      page.append("\n### What was to be reached\n\n").append(aims);
    }
    for (var scenario : rows.stream().map(Row::scenario).distinct().toList()) {
      var field = new Field(bots, all.in(scenario.name()));
      page.append("\n### ").append(capital(scenario.name())).append("\n\n");
      if (scenario.isOfStarts()) {
        page.append(field.tableOfStarts());
      } else {
        page.append(field.table());
        var nodes = field.tableOfNodes();
        page.append(nodes.isEmpty() ? "" : "\n" + nodes);
        page.append(charts(scenario, field));
      }
    }
    return page.toString();
  }

  private String head() {
    var loads = rows.stream().mapToDouble(Row::load).summaryStatistics();
    var passes = rows.stream().mapToInt(Row::pass).max().orElse(0);
    var page = new StringBuilder();
    page.append("Written by `benchmarks/run` at ").append(begun).append(". Medians of ");
    page.append(passes).append(" passes that took turns, the least and the most in brackets;\n");
    page.append("\"× the best peer\" is the median of each pass's own ratio. ").append(where);
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

  /** Draws what tells bots apart here: far from Telegram, that is how much they wait. */
  private String charts(Scenario scenario, Field field) throws IOException {
    var name = scenario.name();
    var shown = new StringBuilder();
    shown.append(chart(name, "sales", "Sales a second: " + name, field.bars(Row::salesPerSecond)));
    if (scenario.roundTrip().isZero()) {
      var cpu = "CPU a sale, ms (paler: a database's server): " + name;
      shown.append(chart(name, "cpu", cpu, field.barsOfCpu()));
      var checkout = field.bars(row -> row.sum().checkoutP99());
      shown.append(chart(name, "checkout", "Checkout answered, p99, ms: " + name, checkout));
    }
    return shown.toString();
  }

  private String chart(String scenario, String kind, String title, List<Chart.Bar> bars)
      throws IOException {
    var stem = scenario.replace(" %", "").replaceAll("[^a-z0-9]+", "-");
    var file = "%s/%s-%s.svg".formatted(CHARTS, stem, kind);
    Files.writeString(folder.resolve(file), Chart.of(title, bars));
    return "\n![%s](%s)\n".formatted(title, file);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
