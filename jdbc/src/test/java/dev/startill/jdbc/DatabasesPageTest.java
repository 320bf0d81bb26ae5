package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people are told of databases is what the program does. */
class DatabasesPageTest {
  private static final Pattern URL = Pattern.compile("jdbc:\\w+:[^\\s'`]+[^\\s'`:]");

  private final String page = read();

  @Test
  void each_url_leads_to_the_dialect_of_its_database() {
    var languages =
        URL.matcher(page)
            .results()
            .map(MatchResult::group)
            .collect(
                Collectors.groupingBy(url -> Dialect.of(url).language(), Collectors.counting()));

    assertThat(languages).containsOnlyKeys("sqlite", "postgresql", "mysql");
  }

  @Test
  void the_oldest_versions_are_those_that_are_served() {
    assertThat(page)
        .contains("| PostgreSQL | %d and newer |".formatted(PostgresServer.OLDEST))
        .contains("| MariaDB | %s and newer |".formatted(dotted(MariaDbConnections.OLDEST_MARIADB)))
        .contains("| MySQL | %s and newer |".formatted(dotted(MariaDbConnections.OLDEST_MYSQL)));
  }

  private static String dotted(int version) {
    return "%d.%d".formatted(version / 100, version % 100);
  }

  private static String read() {
    try {
      return Files.readString(Path.of("../docs/operating/databases.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
