package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteNeighbourTest extends NeighbourContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteFile.in(folder);
  }

  @Override
  String names() {
    return "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'";
  }

  /** How SQLite finds the application's rows is for the application to say. */
  @Test
  void no_statistics_are_made_of_tables_that_are_not_ours() throws SQLException {
    var file = SqliteFile.in(folder);
    JdbcStore.open(Login.in(file.url()).withTablePrefix("startill_"), file.bot()).close();

    assertThat(file.texts("SELECT DISTINCT tbl FROM sqlite_stat1"))
        .isNotEmpty()
        .allMatch(table -> table.startsWith("startill_"));
  }
}
