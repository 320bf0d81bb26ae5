package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.jdbc.Move.Moved;
import dev.startill.jdbc.Move.Part;
import dev.startill.party.BotId;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.SettingsException;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.testkit.database.LocalMariaDb;
import dev.startill.testkit.database.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTest {
  /** More than a chunk for each bot, and more than the sums of balances begin with. */
  private static final int POSTINGS = 10_500;

  private static final BotId BOT = FullShop.BOTS.getFirst();

  @TempDir Path folder;

  @Test
  void a_shop_goes_round_all_databases_and_every_row_comes_back_as_it_was() throws SQLException {
    var sqlite = file("one.db");
    var postgres = postgres();
    var mariadb = mariadb();
    var back = file("two.db");
    FullShop.open(sqlite, POSTINGS);
    var rows = rowsOf(sqlite);
    assertThat(rows.values()).allSatisfy(table -> assertThat(table).isNotEmpty());

    var moved = List.of(move(sqlite, postgres), move(postgres, mariadb), move(mariadb, back));

    var many = rows.values().stream().mapToLong(List::size).sum();
    assertThat(moved).extracting(Moved::rows).containsOnly(many);
    assertThat(moved).extracting(Moved::bots).containsOnly(2);
    for (var place : List.of(postgres, mariadb, back)) {
      assertThat(rowsOf(place)).as(shown(place)).isEqualTo(rows);
    }
    try (var store = JdbcStore.open(back, BOT)) {
      assertThat(store.books().stock()).hasSize(2);
      Sales.commit(store, Sales.paid(4711));
    }
  }

  @Test
  void a_store_that_was_moved_is_served_no_more_and_says_where_it_went() throws SQLException {
    var sqlite = file("one.db");
    var mariadb = mariadb();
    FullShop.open(sqlite, 5);
    move(sqlite, mariadb);

    assertThatThrownBy(() -> JdbcStore.open(sqlite, BOT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("was moved to " + shown(mariadb))
        .hasMessageNotContaining(LocalMariaDb.PASSWORD);
    assertThatThrownBy(() -> move(sqlite, mariadb())).hasMessageContaining("was moved to");
    JdbcStore.open(mariadb, BOT).close();
  }

  @Test
  void a_move_that_was_killed_goes_on_where_it_was() throws Exception {
    var sqlite = file("one.db");
    var mariadb = mariadb();
    FullShop.open(sqlite, POSTINGS);
    var rows = rowsOf(sqlite);
    var here = killedAfter(sqlite, mariadb, 3 * RowCopy.CHUNK);

    assertThatThrownBy(() -> JdbcStore.open(sqlite, BOT)).hasMessageContaining("is being moved to");
    assertThatThrownBy(() -> JdbcStore.open(mariadb, BOT)).hasMessageContaining("moved here from");
    assertThatThrownBy(() -> move(sqlite, postgres())).hasMessageContaining(shown(mariadb));
    var told = new Told();
    Move.of(sqlite, mariadb, InstantSource.system(), new Random()).run(told);

    assertThat(told.first.get(Part.COPY)).isGreaterThanOrEqualTo(here);
    assertThat(rowsOf(mariadb)).isEqualTo(rows);
  }

  @Test
  void a_move_that_died_between_its_last_two_words_ends_all_the_same() throws SQLException {
    var sqlite = file("one.db");
    var postgres = postgres();
    FullShop.open(sqlite, 5);
    move(sqlite, postgres);
    var end = MoveEnd.open(Dialect.of(sqlite), InstantSource.system());
    var mark = end.mark().orElseThrow();
    end.close();
    try (var target = MoveEnd.open(Dialect.of(postgres), InstantSource.system())) {
      target.mark(new MoveMark(MoveMark.Kind.ARRIVING, mark.move(), shown(sqlite)));
    }

    move(sqlite, postgres);

    JdbcStore.open(postgres, BOT).close();
  }

  @Test
  void a_store_that_is_served_is_not_moved() throws SQLException {
    var sqlite = file("one.db");
    FullShop.open(sqlite, 5);
    try (var serving = ServeLock.take(sqlite)) {
      assertThat(serving).isNotNull();
      assertThatThrownBy(() -> move(sqlite, mariadb()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("serves");
    }
  }

  @Test
  void a_store_that_a_node_serves_is_not_moved() throws SQLException {
    var mariadb = mariadb();
    FullShop.open(mariadb, 5);
    try (var store = JdbcStore.open(mariadb, BOT)) {
      store.inTransaction(
          Lane.ROUTINE,
          work ->
              work.leases().take(Lease.Duty.POLLER, new NodeId("node-9"), Duration.ofMinutes(1)));

      assertThatThrownBy(() -> move(mariadb, file("two.db"))).hasMessageContaining("node-9");
      Sales.commit(store, Sales.paid(99));
    }
  }

  @Test
  void a_node_that_was_overlooked_writes_no_more_once_the_move_began() throws SQLException {
    var mariadb = mariadb();
    FullShop.open(mariadb, 5);
    try (var overlooked = JdbcStore.open(mariadb, BOT)) {
      move(mariadb, postgres());

      assertThatThrownBy(() -> Sales.commit(overlooked, Sales.paid(99)))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void a_target_that_holds_another_store_is_refused_and_nothing_is_marked() throws SQLException {
    var sqlite = file("one.db");
    var other = mariadb();
    FullShop.open(sqlite, 5);
    FullShop.open(other, 5);

    assertThatThrownBy(() -> move(sqlite, other)).hasMessageContaining("holds a store already");
    assertThatThrownBy(() -> move(sqlite, sqlite)).isInstanceOf(SettingsException.class);

    JdbcStore.open(sqlite, BOT).close();
    JdbcStore.open(other, BOT).close();
  }

  @Test
  void a_row_that_came_out_otherwise_is_found() throws Exception {
    var sqlite = file("one.db");
    var mariadb = mariadb();
    FullShop.open(sqlite, POSTINGS);
    killedAfter(sqlite, mariadb, RowCopy.CHUNK);
    try (var connection = DriverManager.getConnection(mariadb);
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE orders SET valid_until = valid_until + 1 LIMIT 1");
    }

    assertThatThrownBy(() -> move(sqlite, mariadb))
        .hasMessageContaining("of orders is not the same");
    assertThatThrownBy(() -> JdbcStore.open(mariadb, BOT)).hasMessageContaining("moved here from");
  }

  @Test
  void every_column_of_every_table_is_moved() throws SQLException {
    for (var place : List.of(file("one.db"), postgres(), mariadb())) {
      JdbcStore.open(place, BOT).close();
      for (var table : MovedTable.ALL) {
        assertThat(columnsOf(place, table.name()))
            .as(table.name() + " of " + shown(place))
            .containsExactlyInAnyOrderElementsOf(
                table.columns().stream().map(MovedTable.Column::name).toList());
      }
      var tables = MovedTable.ALL.stream().map(MovedTable::name).toList();
      assertThat(tablesOf(place)).containsAll(tables);
      assertThat(tablesOf(place)).isSubsetOf(with(tables, "startill_migration", "bot_writer"));
    }
  }

  private String file(String name) {
    return "jdbc:sqlite:" + folder.resolve(name);
  }

  private static String postgres() throws SQLException {
    return LocalPostgres.shared().url(LocalPostgres.shared().create());
  }

  private static String mariadb() throws SQLException {
    return LocalMariaDb.shared().url(LocalMariaDb.shared().create());
  }

  private static String shown(String url) {
    return Dialect.of(url).name();
  }

  private static Moved move(String from, String to) {
    return Move.of(from, to, InstantSource.system(), new Random()).run(new Told());
  }

  /** Moves in a process of its own, which is killed as soon as so many rows are there. */
  private static long killedAfter(String from, String to, long rows)
      throws IOException, InterruptedException {
    try (var child = Child.of(MoveUntilDeath.class, from, to)) {
      for (var line = child.line(); line != null; line = child.line()) {
        if (Long.parseLong(line) >= rows) {
          child.kill();
          return Long.parseLong(line);
        }
      }
      throw new AssertionError("It was done before it could be killed.");
    }
  }

  private static Map<String, List<List<@Nullable Object>>> rowsOf(String url) {
    try (var end = MoveEnd.open(Dialect.of(url), InstantSource.system())) {
      var all = new TreeMap<String, List<List<@Nullable Object>>>();
      for (var table : MovedTable.ALL) {
        all.put(
            table.name(),
            end.read(
                connection -> {
                  var rows = new ArrayList<List<@Nullable Object>>();
                  try (var statement = connection.createStatement();
                      var row = statement.executeQuery(end.dialect().filled(table.walking()))) {
                    while (row.next()) {
                      rows.add(table.row(row));
                    }
                  }
                  return rows;
                }));
      }
      return all;
    }
  }

  private static List<String> columnsOf(String url, String table) throws SQLException {
    try (var connection = Dialect.of(url).reader();
        var column =
            connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      var names = new ArrayList<String>();
      while (column.next()) {
        if (!"YES".equals(column.getString("IS_GENERATEDCOLUMN"))) {
          names.add(column.getString("COLUMN_NAME"));
        }
      }
      return names;
    }
  }

  private static List<String> tablesOf(String url) throws SQLException {
    try (var connection = Dialect.of(url).reader();
        var table =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    null,
                    new String[] {"TABLE", "BASE TABLE"})) {
      var names = new ArrayList<String>();
      while (table.next()) {
        names.add(table.getString("TABLE_NAME"));
      }
      return names;
    }
  }

  private static List<String> with(List<String> names, String... more) {
    var all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }

  /** Remembers where each part began to be told of. */
  private static final class Told implements Move.Watcher {
    private final Map<Part, Long> first = new TreeMap<>();
    private Part part = Part.COPY;

    @Override
    public void begins(Part next, long all) {
      part = next;
    }

    @Override
    public void at(long rows) {
      first.putIfAbsent(part, rows);
    }
  }
}
