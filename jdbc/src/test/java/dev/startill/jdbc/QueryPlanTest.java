package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryPlanTest {
  /** They begin and end transactions: there is nothing to plan. */
  private static final Set<Sql> CONTROL =
      EnumSet.of(
          Sql.LOCK_SCHEMA,
          Sql.NOTES,
          Sql.BEGIN,
          Sql.COMMIT,
          Sql.ROLLBACK,
          Sql.SAVE,
          Sql.RELEASE,
          Sql.UNDO,
          Sql.TAKE_OVER,
          Sql.OTHERS_WROTE);

  /** Asked by people now and then, about everything that there is. */
  private static final Set<Sql> ABOUT_ALL = EnumSet.of(Sql.STOCK, Sql.SIZE, Sql.ORDERS_OF_BUYER);

  /** Reads from the end of the table as far as its limit. */
  static final Set<Sql> NEWEST =
      EnumSet.of(Sql.ORDERS, Sql.NEWEST_POSTING, Sql.BALANCES, Sql.ADD_BALANCES);

  /** Walks along one table from end to end, and finds all else by its key. */
  static final Set<Sql> WALKS =
      EnumSet.of(
          Sql.WALK_SUMS, Sql.WALK_POSTINGS, Sql.WALK_CHARGES, Sql.WALK_LINES, Sql.WALK_MOVEMENTS);

  /** Sorted by more than an index has, of rows that share a time; or grouped, of the newest few. */
  private static final Set<Sql> SORTS_TIES =
      EnumSet.of(
          Sql.ENDED,
          Sql.LOCK_DUE,
          Sql.LOCK_APPROVED,
          Sql.LOCK_UNPAID,
          Sql.KEPT_ORDERS_OF_BUYER,
          Sql.CASES,
          Sql.CASES_OF_ORDER,
          Sql.STRAYS,
          Sql.UNSTATED,
          Sql.UNKNOWN_REFUNDS,
          Sql.DEAD_LETTERS,
          Sql.BALANCES,
          Sql.ADD_BALANCES,
          Sql.NEXT_DUE);

  @TempDir Path folder;

  static Set<Sql> hot() {
    var hot = EnumSet.complementOf(EnumSet.copyOf(CONTROL));
    hot.removeAll(ABOUT_ALL);
    return hot;
  }

  @ParameterizedTest
  @MethodSource("hot")
  void a_hot_statement_scans_no_table(Sql statement) throws SQLException {
    var plan = plan(statement);

    assertThat(plan).noneMatch(step -> isScan(step, plan));
    if (WALKS.contains(statement)) {
      assertThat(plan).filteredOn(step -> step.endsWith("(bot=?)")).hasSize(1);
    } else if (!NEWEST.contains(statement)) {
      // One bot has all the rows: to search for it alone is a scan by another name.
      assertThat(plan).noneMatch(step -> step.endsWith("USING PRIMARY KEY (bot=?)"));
    }
    if (!SORTS_TIES.contains(statement)) {
      assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  /** Of a table: not of a constant, nor of a part of the plan that has a name. */
  private static boolean isScan(String step, List<String> plan) {
    return step.matches("SCAN \\w+( .*)?")
        && !step.startsWith("SCAN CONSTANT ROW")
        && !plan.contains(step.replace("SCAN", "CO-ROUTINE"));
  }

  private List<String> plan(Sql statement) throws SQLException {
    var file = SqliteFile.in(folder);
    file.open().close();
    var words = Dialect.of(file.url()).words(statement);
    try (var connection = file.connect();
        var explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + words);
        var rows = explain.executeQuery()) {
      var steps = new ArrayList<String>();
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
      return steps;
    }
  }
}
