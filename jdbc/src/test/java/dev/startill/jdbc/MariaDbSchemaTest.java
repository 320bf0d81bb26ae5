package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.database.LocalMariaDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MariaDbSchemaTest extends ServerSchemaContract {
  private MariaDbDatabase database;

  @BeforeEach
  void make() throws SQLException {
    database = MariaDbDatabase.empty();
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Override
  ServerDatabase database() {
    return database;
  }

  /** As often as a step has statements: a change of the schema cannot be taken back here. */
  @Test
  void a_step_that_died_anywhere_is_taken_again() throws SQLException {
    database.open().close();
    var whole = schema(database);
    var statements = new ArrayList<String>();
    statements.add(dialect().words(Sql.NOTES));
    for (var step : dialect().migrations()) {
      statements.addAll(MariaDb.statements(dialect().filled(step.script())));
    }

    for (var died = 1; died < statements.size(); died += 2) {
      try (var again = MariaDbDatabase.empty()) {
        try (var connection = again.connect();
            var statement = connection.createStatement()) {
          for (var words : statements.subList(0, died)) {
            statement.execute(words);
          }
        }
        again.open().close();

        assertThat(schema(again)).as(statements.get(died - 1)).isEqualTo(whole);
      }
    }
  }

  @Test
  void no_key_hangs_on_what_the_servers_letters_are() throws SQLException {
    database.open().close();

    assertThat(
            database.texts(
                """
                SELECT DISTINCT COALESCE(c.collation_name, c.data_type)
                FROM information_schema.columns c JOIN information_schema.tables t
                  USING (table_schema, table_name)
                WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
                  AND c.column_type NOT LIKE '%int%'
                """))
        .containsExactlyInAnyOrder("ascii_bin", "utf8mb4_bin", "binary", "varbinary");
  }

  @Test
  void what_the_store_relies_on_does_not_hang_on_the_servers_defaults() throws SQLException {
    try (var lax =
        LocalMariaDb.start(
            "sql-mode=", "transaction-isolation=SERIALIZABLE", "default-time-zone=+05:00")) {
      var shop = MariaDbDatabase.on(lax);
      var clock = new ManualClock(Fixtures.NOON);
      var ready = new Migrator(Dialect.of(shop.url()), clock);
      try (var writer =
              Writer.open(Dialect.of(shop.url()), Database.BOT, ready::migrate, System::nanoTime);
          var statement = writer.session().connection().createStatement();
          var row =
              statement.executeQuery(
                  """
                  SELECT @@sql_mode LIKE '%STRICT_ALL_TABLES%', @@session.tx_isolation,
                         @@innodb_lock_wait_timeout, @@idle_transaction_timeout, @@time_zone
                  """)) {
        row.next();
        assertThat(row.getBoolean(1)).isTrue();
        assertThat(row.getString(2)).isEqualTo("READ-COMMITTED");
        assertThat(row.getInt(3)).isEqualTo(5);
        assertThat(row.getInt(4)).isEqualTo(2);
        assertThat(row.getString(5)).isEqualTo("+00:00");
      }
    }
  }

  @Test
  void with_the_schema_made_by_hand_it_needs_no_right_to_change_it() throws SQLException {
    database.open().close();
    database.server().execute("CREATE OR REPLACE USER shop@'%' IDENTIFIED BY 'its own'");
    database
        .server()
        .execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON %s.* TO shop@'%%'".formatted(database.name()));
    var url =
        database.url().replaceFirst("user=[^&]*&password=[^&]*", "user=shop&password=its own");

    try (var store =
        JdbcStore.openPrepared(
            url,
            Database.BOT,
            Settings.defaults(),
            new ManualClock(Fixtures.NOON),
            new Random(1))) {
      Sales.commit(store, Sales.paid(1));
      assertThat(store.books().waitingMessages()).isEqualTo(1);
    }
  }

  private static List<String> schema(MariaDbDatabase of) throws SQLException {
    var all = new ArrayList<String>();
    for (var question :
        List.of(
            """
            SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name, column_type, is_nullable,
                             collation_name, generation_expression)
            FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1
            """,
            """
            SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name, non_unique)
            FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1
            """,
            """
            SELECT CONCAT_WS(' ', trigger_name, action_timing, event_manipulation, action_statement)
            FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY 1
            """,
            """
            SELECT CONCAT_WS(' ', table_name, check_clause)
            FROM information_schema.check_constraints
            WHERE constraint_schema = DATABASE() ORDER BY 1
            """,
            "SELECT number FROM startill_migration ORDER BY 1")) {
      all.addAll(of.texts(question));
    }
    return all;
  }
}
