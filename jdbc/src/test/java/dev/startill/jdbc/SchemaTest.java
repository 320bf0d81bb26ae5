package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that people run by hand. */
class SchemaTest {
  @TempDir Path folder;

  @Test
  void what_is_printed_makes_the_schema_that_this_program_wants() throws SQLException {
    for (var database : List.of(SqliteFile.in(folder), PostgresDatabase.empty(), mariadb())) {
      makeByHand(database, TablePrefix.NONE);
      database.open().close();
    }
  }

  @Test
  void it_is_printed_with_a_prefix_as_well() throws SQLException {
    for (var database : List.of(SqliteFile.in(folder), PostgresDatabase.empty(), mariadb())) {
      makeByHand(database, new TablePrefix("by_hand_"));
    }
  }

  private static void makeByHand(Database database, TablePrefix prefix) throws SQLException {
    var language = Dialect.of(database.url()).language();
    assertThatThrownBy(() -> openPrepared(database, prefix))
        .as(language)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("--dialect " + language)
        .hasMessageContaining("--after 0");

    sayAsClient(database, Schema.script(language, 0, prefix));

    try (var store = openPrepared(database, prefix)) {
      Sales.commit(store, Sales.paid(1));
      assertThat(store.books().waitingMessages()).isEqualTo(1);
    }
  }

  @Test
  void after_a_step_only_the_newer_ones_are_printed() throws SQLException {
    var database = mariadb();
    sayAsClient(database, Schema.script("mysql", 0).split("-- Step 3", 2)[0]);
    assertThatThrownBy(() -> openPrepared(database)).hasMessageContaining("--after 2");

    sayAsClient(database, Schema.script("mysql", 2));

    openPrepared(database).close();
    assertThat(Schema.script("mysql", 2)).doesNotContain("CREATE TABLE IF NOT EXISTS terms");
  }

  @Test
  void a_language_that_nobody_speaks_here_is_refused() {
    assertThatThrownBy(() -> Schema.script("oracle", 0))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("postgresql");
  }

  private static MariaDbDatabase mariadb() throws SQLException {
    return MariaDbDatabase.empty();
  }

  private static JdbcStore openPrepared(Database database) {
    return openPrepared(database, TablePrefix.NONE);
  }

  private static JdbcStore openPrepared(Database database, TablePrefix prefix) {
    return JdbcStore.openPrepared(
        new Login(database.url(), "", "", prefix),
        Database.BOT,
        Settings.defaults(),
        new ManualClock(Fixtures.NOON),
        new Random(1));
  }

  /**
   * As the database's own client does: MariaDB's cuts at each delimiter, the others take it whole.
   */
  private static void sayAsClient(Database database, String script) throws SQLException {
    if (!(database instanceof MariaDbDatabase)) {
      database.execute(script);
      return;
    }
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var words : cut(script)) {
        statement.execute(words);
      }
    }
  }

  private static List<String> cut(String script) {
    var statements = new ArrayList<String>();
    var delimiter = ";";
    var open = new StringBuilder();
    for (var line : script.lines().toList()) {
      if (line.startsWith("DELIMITER ")) {
        delimiter = line.substring("DELIMITER ".length());
      } else if (line.endsWith(delimiter)) {
        statements.add(open + line.substring(0, line.length() - delimiter.length()));
        open.setLength(0);
      } else if (!line.isBlank() && !line.stripLeading().startsWith("--")) {
        open.append(line).append('\n');
      }
    }
    assertThat(open).isEmpty();
    return statements;
  }
}
