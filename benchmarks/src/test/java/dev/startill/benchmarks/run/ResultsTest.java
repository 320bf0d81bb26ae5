package dev.startill.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.benchmarks.run.Contestant.Kind;
import dev.startill.benchmarks.telegram.Count;
import dev.startill.benchmarks.telegram.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final List<Contestant> BOTS =
      List.of(bot("Ours", Kind.OURS), bot("peer", Kind.PEER), bot("floor", Kind.FLOOR));

  @TempDir private Path folder;

  @Test
  void ratios_are_of_the_same_pass_and_their_median_counts() throws IOException {
    var page = written(100, 50, 1000, /* a slow minute */ 30, 10, 100, 120, 60, 600);

    assertThat(page).contains("| Ours | 100 (30.0–120) | 2.00 | 0.200 |");
    assertThat(page).contains("| peer | 50.0 (10.0–60.0) | 1.00 | 0.100 |");
  }

  @Test
  void a_payment_without_goods_is_told() throws IOException {
    assertThat(written(100, 50, 1000)).contains("| 7, 1, 0 |");
  }

  @Test
  void a_chart_has_a_bar_for_each_bot_and_a_word_for_the_floor() throws IOException {
    written(100, 50, 1000);

    assertThat(folder.resolve("charts/polling-8-buyers-sales.svg"))
        .content()
        .contains("class=\"ours\"", "class=\"peer\"", ">the floor (appends to a file): 1,000<")
        .contains("prefers-color-scheme: dark");
    assertThat(folder.resolve("passes.csv")).content().startsWith(Row.HEAD).hasLineCount(4);
  }

  /** Sales a second of each bot, pass by pass. */
  private String written(double... sales) throws IOException {
    var results = new Results(folder, "A machine", BOTS);
    for (var i = 0; i < sales.length; i++) {
      var bot = BOTS.get(i % BOTS.size());
      results.add(row(1 + i / BOTS.size(), bot.name(), sales[i]));
    }
    results.write();
    return Files.readString(folder.resolve("results.md"));
  }

  private static Row row(int pass, String bot, double sales) {
    return new Row(
        Scenario.of("polling:8"),
        pass,
        bot,
        new Row.Use(300, 50, 90, 0.5, 0, 0.1),
        new Tally.Sum(1, (int) sales, 1, 2, 3, 4, 5, 6),
        new Count(7, 1, 0, 0, 0, 0, 0),
        1.5);
  }

  private static Contestant bot(String name, Kind kind) {
    return new Contestant(
        name,
        "1.0",
        EnumSet.allOf(Stall.Mode.class),
        kind,
        Contestant.Needs.LITTLE,
        stall -> new ProcessBuilder());
  }
}
