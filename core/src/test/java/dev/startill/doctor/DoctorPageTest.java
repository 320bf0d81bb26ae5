package dev.startill.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page lists what the program finds, in its order, with its words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorPageTest {
  @Test
  void each_ailment_has_its_row_with_level_and_remedy() throws IOException {
    var rows = rows();
    assertThat(rows).hasSameSizeAs(Ailment.values());
    var next = rows.iterator();
    for (var ailment : Ailment.values()) {
      assertThat(next.next())
          .startsWith("| `%s` | %s | ".formatted(ailment.code(), ailment.severity().word()))
          .endsWith(" | %s |".formatted(ailment.remedy()));
    }
  }

  @Test
  void what_each_means_is_said_in_words_of_its_own() throws IOException {
    var meanings = rows().stream().map(row -> row.split(" \\| ", -1)[2]).toList();
    assertThat(meanings).doesNotHaveDuplicates().allSatisfy(m -> assertThat(m).isNotBlank());
  }

  private static List<String> rows() throws IOException {
    var page = Files.readString(Path.of("../docs/operating/doctor.md"));
    return Arrays.stream(page.split("\n", -1)).filter(line -> line.startsWith("| `")).toList();
  }
}
