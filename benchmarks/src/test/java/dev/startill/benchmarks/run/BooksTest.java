package dev.startill.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {
  @TempDir private Path folder;

  /** The test kit's server begins without: a figure taken so would be a lie. */
  @Test
  void postgresql_flushes_what_it_commits() throws SQLException {
    try (var books = Books.Kind.POSTGRESQL.open(folder);
        var connection = DriverManager.getConnection(books.url());
        var statement = connection.createStatement()) {
      for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        try (var answer = statement.executeQuery("SHOW " + setting)) {
          assertThat(answer.next()).isTrue();
          assertThat(answer.getString(1)).as(setting).isEqualTo("on");
        }
      }
    }
  }

  @Test
  void what_a_database_uses_is_counted_with_all_that_it_starts() throws SQLException {
    try (var books = Books.Kind.POSTGRESQL.open(folder);
        var connection = DriverManager.getConnection(books.url());
        var statement = connection.createStatement()) {
      var before = books.usage().cpuMillis();
      statement.execute("SELECT count(*) FROM generate_series(1, 3000000)");
      assertThat(books.usage().cpuMillis()).isGreaterThan(before);
    }
  }

  @Test
  void a_file_has_no_server() {
    try (var books = Books.Kind.FILE.open(folder)) {
      assertThat(books.url()).isEqualTo("jdbc:sqlite:" + folder.resolve("shop.db"));
      assertThat(books.usage()).isEqualTo(Usage.NONE);
    }
  }
}
