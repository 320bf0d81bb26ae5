package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Audit, report and export take the same memory however much there is: a heap of 48 MB. */
class ManyChargesTest {
  private static final String HEAP = "-Xmx48m";

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void twenty_thousand_charges_are_walked_through() throws IOException {
    walkThrough(SqliteFile.in(folder).url(), 20_000);
  }

  @Test
  @Tag("long")
  @Timeout(900)
  void a_million_charges_take_no_more_memory() throws IOException {
    walkThrough(SqliteFile.in(folder).url(), 1_000_000);
  }

  @SuppressWarnings("SystemOut") // its figures
  static void walkThrough(String database, int charges) throws IOException {
    var last = "";
    try (var child = Child.withHeap(HEAP, ManyCharges.class, database, Integer.toString(charges))) {
      for (var line = child.line(); line != null; line = child.line()) {
        System.out.println(line);
        last = line;
      }
    }
    assertThat(last).isEqualTo("done");
  }
}
