package dev.startill.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.benchmarks.run.Contestant.Kind;
import dev.startill.benchmarks.run.Contestant.Needs;
import dev.startill.benchmarks.telegram.Count;
import dev.startill.benchmarks.telegram.Tally;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AimsTest {
  private static final List<Contestant> BOTS =
      List.of(
          bot("Startill", Kind.OURS, Needs.of(1, Books.Kind.FILE)),
          bot("Startill on PostgreSQL", Kind.OURS, Needs.of(1, Books.Kind.POSTGRESQL)),
          bot("3 nodes on PostgreSQL", Kind.OURS, Needs.of(3, Books.Kind.POSTGRESQL)),
          bot("slow", Kind.PEER, Needs.LITTLE),
          bot("quick", Kind.PEER, Needs.LITTLE),
          bot("floor", Kind.FLOOR, Needs.LITTLE));

  private final List<Row> rows = new ArrayList<>();

  @Test
  void nothing_is_said_of_what_was_not_measured() {
    add("polling:64", "Startill", 1000, 0.2, 0);

    assertThat(aims()).isEmpty();
  }

  @Test
  void sales_are_compared_with_the_best_peer_of_the_pass() {
    add("polling:128", "Startill", 3000, 0.2, 0);
    add("polling:128", "slow", 100, 2, 0);
    add("polling:128", "quick", 1500, 0.5, 0);
    add("polling:128", "floor", 10_000, 0.04, 0);

    assertThat(aims())
        .contains(
            "polling, 128 buyers: sales × the best peer's | ≥ 3.00 | 2.00 (2.00–2.00) | **no** |")
        .contains(
            "polling, 128 buyers: sales × the floor's | ≥ 0.250 | 0.300 (0.300–0.300) | yes |")
        .contains("CPU ms a sale, SQLite | ≤ 0.250 | 0.200 (0.200–0.200) | yes |")
        .contains("p99 of the checkout × the best peer's | ≤ 0.500 | 1.00 (1.00–1.00) | **no** |");
  }

  @Test
  void the_cpu_of_a_database_is_told_apart() {
    add("webhook:128", "Startill on PostgreSQL", 1000, 0.5, 0.5);
    add("webhook:128", "3 nodes on PostgreSQL", 1500, 0.6, 0.4);

    assertThat(aims())
        .contains(
            "PostgreSQL (without the database's own) | ≤ 0.400 | 0.500 (0.500–0.500) | **no** |")
        .contains("several nodes × one node's | ≥ 0.900 | 0.833 (0.833–0.833) | **no** |")
        .contains("the same with the database's CPU | ≥ 0.900 | 1.00 (1.00–1.00) | yes |");
    assertThat(new Field(BOTS, new Rows(rows)).tableOfNodes())
        .contains("| 3 nodes on PostgreSQL | 1,500 (1,500–1,500) | 1,667 (1,667–1,667) | 0.833 |")
        .contains("| 0.600 (0.600–0.600) + 0.400 (0.400–0.400) | 2, 0, 0 |");
  }

  @Test
  void memory_and_starts_are_those_of_a_process_that_rested() {
    add("polling:128", "Startill", 1000, 0.2, 0);
    assertThat(aims()).doesNotContain("RSS");

    add("polling:128:0ms:0%:10s", "Startill", 1000, 0.2, 0);
    assertThat(aims())
        .contains("first answered update, ms | ≤ 500 | 300 (300–300) | yes |")
        .contains("RSS at rest, MB | ≤ 110 | 120 (120–120) | **no** |")
        .contains("under the load of 128 buyers, MB | ≤ 200 | 190 (190–190) | yes |");
  }

  private String aims() {
    return new Aims(BOTS, new Rows(rows)).table();
  }

  private void add(String scenario, String bot, int sales, double cpu, double database) {
    rows.add(
        new Row(
            Scenario.of(scenario),
            1,
            bot,
            new Row.Use(300, 120, 190, cpu, database, 0.1),
            new Tally.Sum(1, sales, 1, 2, 3, 4, 5, 6),
            new Count(2, 0, 0, 0, 0, 0, 0),
            1.5));
  }

  private static Contestant bot(String name, Kind kind, Needs needs) {
    return new Contestant(
        name, "", EnumSet.allOf(Stall.Mode.class), kind, needs, stall -> new ProcessBuilder());
  }
}
