package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.jdbc.JdbcStore;
import dev.startill.jdbc.Login;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import dev.startill.port.Store.Lane;
import dev.startill.server.cli.Console;
import dev.startill.testkit.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveToolsTest {
  private static final BotId BOT = new BotId(42);

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String from = "";
  private String to = "";

  @BeforeEach
  void name() {
    from = "jdbc:sqlite:" + folder.resolve("old.db");
    to = "jdbc:sqlite:" + folder.resolve("new.db");
    try (var store = JdbcStore.open(from, BOT)) {
      var gift = new Posting(Account.BUYER, Account.FOREIGN, 7, "charge:gift");
      store.inTransaction(Lane.ROUTINE, work -> work.book(List.of(gift), Fixtures.NOON));
    }
  }

  @Test
  void a_store_is_moved_and_its_old_place_says_where_to() {
    assertThat(run("migrate", "--from", from, "--to", to)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("1 row of 1 bot in the new database now")
        .contains("Set store.url");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Copying: 1 row.");
    try (var store = JdbcStore.open(to, BOT)) {
      assertThat(store.books().balances()).containsEntry(Account.FOREIGN, 7L);
    }
    assertThat(run("migrate", "--from", from, "--to", to + "2")).isEqualTo(Main.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("was moved to").contains("new.db");
  }

  @Test
  void both_ends_are_asked_for_and_understood() {
    assertThat(run("migrate", "--from", from)).isEqualTo(Main.USAGE);
    assertThat(run("migrate", "--from", from, "--to", "jdbc:oracle:thin:scott/tiger@shop"))
        .isEqualTo(Main.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--to").doesNotContain("tiger");
  }

  @Test
  void a_schema_is_printed_as_it_stands() {
    assertThat(run("schema", "--dialect", "postgresql")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("CREATE TABLE charge")
        .contains("INSERT INTO startill_migration");
    assertThat(run("schema", "--dialect", "oracle")).isEqualTo(Main.USAGE);
    assertThat(run("schema")).isEqualTo(Main.USAGE);
  }

  @Test
  void a_schema_is_printed_with_a_prefix_before_every_name() {
    assertThat(run("schema", "--dialect", "sqlite", "--table-prefix", "startill_")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("CREATE TABLE startill_orders")
        .contains("INSERT INTO startill_startill_migration")
        .doesNotContain("CREATE TABLE orders");
    assertThat(run("schema", "--dialect", "sqlite", "--table-prefix", "Shop-"))
        .isEqualTo(Main.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'Shop-'");
  }

  @Test
  void a_store_finds_its_place_beside_other_tables() {
    assertThat(run("migrate", "--from", from, "--to", to, "--to-table-prefix", "new_")).isZero();
    try (var store = JdbcStore.open(Login.in(to).withTablePrefix("new_"), BOT)) {
      assertThat(store.books().balances()).containsEntry(Account.FOREIGN, 7L);
    }
    assertThat(run("migrate", "--from", to, "--to", to + "2")).isEqualTo(Main.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("table prefix new_");
  }

  private int run(String... arguments) {
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Main.run(List.of(arguments), console, Map.of());
  }
}
