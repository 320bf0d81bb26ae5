package dev.startill.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishTest {
  @TempDir private Path folder;
  private Path results;
  private Path page;

  @BeforeEach
  void write() throws IOException {
    results = folder.resolve("results");
    page = folder.resolve("performance.md");
    Files.createDirectories(results.resolve("charts"));
    Files.writeString(results.resolve("charts/new.svg"), "<svg/>");
    Files.writeString(results.resolve("results.md"), "A table.\n\n![Sales](charts/new.svg)\n");
  }

  @Test
  void figures_are_replaced_and_all_else_stays() throws IOException {
    Files.writeString(page, "# Page\n" + Publish.BEGIN + "\nold\n" + Publish.END + "\nmore\n");

    Publish.publish(results, page);
    Publish.publish(results, page);

    assertThat(page)
        .hasContent(
            "# Page\n"
                + Publish.BEGIN
                + "\nA table.\n\n![Sales](images/performance/new.svg)\n"
                + Publish.END
                + "\nmore\n");
  }

  @Test
  void charts_stand_beside_the_page_and_old_ones_go() throws IOException {
    var charts = Files.createDirectories(folder.resolve("images/performance"));
    Files.writeString(charts.resolve("old.svg"), "<svg/>");
    Files.writeString(page, Publish.BEGIN + "\n" + Publish.END);

    Publish.publish(results, page);

    assertThat(charts.resolve("new.svg")).hasContent("<svg/>");
    assertThat(charts.resolve("old.svg")).doesNotExist();
  }

  @Test
  void what_jmh_wrote_becomes_a_table() throws IOException {
    Files.writeString(page, Publish.BEGIN + "\n" + Publish.END);
    Files.writeString(
        results.resolve("micro.csv"),
        """
        "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit","Param: batch"
        "dev.startill.benchmarks.micro.DecideBenchmark.pay","avgt",1,10,181.25,3.5,"ns/op",
        "dev.startill.benchmarks.micro.StoreBenchmark.commit","avgt",1,5,5021.5,NaN,"us/op",64
        """);

    Publish.publish(results, page);

    assertThat(page)
        .content()
        .contains("| `DecideBenchmark.pay` | 181 ns | 3.50 |")
        .contains("| `StoreBenchmark.commit, batch 64` | 5,022 µs | – |");
  }

  @Test
  void a_page_without_room_for_figures_is_left_alone() throws IOException {
    Files.writeString(page, "# Page\n");

    assertThatIllegalStateException()
        .isThrownBy(() -> Publish.publish(results, page))
        .withMessageContaining(Publish.BEGIN);
    assertThat(page).hasContent("# Page\n");
  }
}
