package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Puts what a run found between two marks of {@code docs/performance.md}, and its charts beside the
 * page. All else of the page stays as it is.
 */
public final class Publish {
  /** What follows this line is replaced. */
  static final String BEGIN = "<!-- figures: benchmarks/run publish writes from here -->";

  /** What precedes this line is replaced. */
  static final String END = "<!-- figures: to here -->";

  private static final String CHARTS = "images/performance";

  private Publish() {}

  /** Reads the folder of results that is named, or the usual one. */
  public static void main(String... args) throws IOException {
    var options = Options.of(List.of("root", "out"), args);
    var root = options.path("root", ".");
    var usual = root.resolve("benchmarks/target/results").toString();
    var page = root.resolve("docs/performance.md");
    publish(options.path("out", usual), page);
    System.out.println("The figures are in " + page + ".");
  }

  /** Writes a folder of results into this page. */
  static void publish(Path results, Path page) throws IOException {
    var text = Files.readString(page);
    var from = text.indexOf(BEGIN);
    var to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "%s has no two lines '%s' and '%s'.".formatted(page, BEGIN, END));
    }
    var figures =
        Files.readString(results.resolve("results.md"))
            .replace("](" + Results.CHARTS + "/", "](" + CHARTS + "/");
    var micro = Micro.table(results.resolve("micro.csv"));
    if (!micro.isEmpty()) {
      figures += "\n### A step at a time\n\n" + micro;
    }
    copyCharts(results.resolve(Results.CHARTS), page.resolveSibling(CHARTS));
    Files.writeString(
        page, text.substring(0, from + BEGIN.length()) + "\n" + figures + text.substring(to));
  }

  private static void copyCharts(Path from, Path to) throws IOException {
    Place.clear(to);
    Files.createDirectories(to);
    try (var charts = Files.list(from)) {
      for (var chart : charts.toList()) {
        Files.copy(chart, to.resolve(chart.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
