package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples are what their pages say; that each sells is tested beside it. */
class ExamplesTest {
  private static final Path EXAMPLES = Project.root().resolve("examples");
  private static final int LONGEST_PAGE = 60;

  @Test
  void each_has_a_short_page_with_its_one_command() throws IOException {
    for (var example : examples()) {
      var name = example.getFileName();
      var page = Files.readAllLines(example.resolve("README.md"));
      assertThat(page).as("page of " + name).hasSizeLessThanOrEqualTo(LONGEST_PAGE);
      assertThat(page).anyMatch(line -> line.startsWith("examples/" + name + "/run"));
      assertThat(page).anyMatch(line -> line.contains("lacks"));
      assertThat(Files.isExecutable(example.resolve("run"))).as("run of " + name).isTrue();
      assertThat(EXAMPLES.resolve("README.md")).content().contains("(" + name + ")");
    }
  }

  @Test
  void what_is_run_is_there() throws IOException {
    var main = Pattern.compile("com\\.example\\.[\\w.]+");
    for (var example : examples()) {
      var named = main.matcher(Files.readString(example.resolve("run"))).results().toList();
      assertThat(named).as("classes that %s starts", example).isNotEmpty();
      for (var found : named) {
        var file = found.group().replace('.', '/').replaceFirst("Kt$", "");
        assertThat(
                List.of(
                    example.resolve("src/main/java/" + file + ".java"),
                    example.resolve("src/main/kotlin/" + file + ".kt")))
            .anyMatch(Files::exists);
      }
    }
  }

  @Test
  void the_table_of_lines_is_what_is_counted() throws IOException, InterruptedException {
    var count = new ProcessBuilder(EXAMPLES.resolve("count-lines").toString()).start();
    var table = new String(count.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(count.waitFor()).isZero();

    assertThat(EXAMPLES.resolve("README.md")).content().contains(table);
    var lines = Pattern.compile("\\| (\\d+) \\|\n").matcher(table).results().toList();
    assertThat(Project.root().resolve("docs/guides/from-a-hand-written-handler.md"))
        .content()
        .contains("[%s lines]".formatted(lines.get(0).group(1)))
        .contains("and %s with Startill".formatted(lines.get(1).group(1)));
  }

  private static List<Path> examples() throws IOException {
    try (var folders = Files.list(EXAMPLES)) {
      var found = folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(6);
      return found;
    }
  }
}
