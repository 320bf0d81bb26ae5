package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server does for each statement when it knows nothing yet of the tables. */
class PostgresPlanTest {
  /** The first that plans a statement whose values it is not told. */
  private static final int PLANS_WITHOUT_VALUES = 16;

  private static final Set<Sql> CONTROL =
      EnumSet.of(
          Sql.LOCK_SCHEMA,
          Sql.NOTES,
          Sql.COMMIT,
          Sql.ROLLBACK,
          Sql.SAVE,
          Sql.RELEASE,
          Sql.UNDO,
          Sql.TAKE_OVER,
          Sql.OTHERS_WROTE,
          Sql.BEGIN_READING,
          Sql.END_READING);

  private static PostgresDatabase database;

  @BeforeAll
  static void make() throws SQLException {
    database = PostgresDatabase.fresh();
  }

  @AfterAll
  static void drop() throws SQLException {
    database.close();
  }

  static Set<Sql> statements() {
    return EnumSet.complementOf(EnumSet.copyOf(CONTROL));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void no_statement_scans_a_table_or_gathers_one(Sql statement) throws SQLException {
    assertThat(plan(statement))
        .noneMatch(step -> step.contains("Seq Scan"))
        .noneMatch(step -> step.contains("Hash Join"))
        .noneMatch(step -> step.contains("Materialize"));
  }

  private static List<String> plan(Sql statement) throws SQLException {
    var dialect = Dialect.of(database.url() + "&preferQueryMode=simple");
    var words = dialect.words(statement);
    for (var place = 1; words.contains("?"); place++) {
      words = words.replaceFirst("\\?", "\\$" + place);
    }
    try (var connection = dialect.reader();
        var explain = connection.createStatement()) {
      assumeTrue(connection.getMetaData().getDatabaseMajorVersion() >= PLANS_WITHOUT_VALUES);
      explain.execute("SET default_transaction_read_only = off");
      var steps = new ArrayList<String>();
      try (var row = explain.executeQuery("EXPLAIN (GENERIC_PLAN) " + words)) {
        while (row.next()) {
          steps.add(row.getString(1));
        }
      }
      return steps;
    }
  }
}
