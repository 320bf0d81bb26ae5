package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.Condition.Guarantee;
import dev.startill.port.StoreException;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSchemaTest extends ServerSchemaContract {
  private PostgresDatabase database;

  @BeforeEach
  void make() throws SQLException {
    database = PostgresDatabase.empty();
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Override
  ServerDatabase database() {
    return database;
  }

  @Test
  void a_step_that_fails_leaves_the_database_as_it_was() throws SQLException {
    database.execute(dialect().words(Sql.NOTES));
    database.execute("CREATE TABLE code (unlike TEXT)");

    assertThatThrownBy(database::open).hasMessageContaining("already exists");

    assertThat(database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactlyInAnyOrder("startill_migration", "code");
    assertThat(database.count("SELECT COUNT(*) FROM startill_migration")).isZero();
  }

  @Test
  void a_database_that_keeps_other_letters_is_refused() throws SQLException {
    var server = LocalPostgres.shared();
    server.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    try (var latin = new PostgresDatabase(server, "latin", Database.BOT)) {
      assertThatThrownBy(latin::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("LATIN1")
          .hasMessageContaining("ENCODING 'UTF8'");
    }
  }

  @Test
  void texts_are_ordered_by_their_bytes() throws SQLException {
    database.open().close();

    assertThat(
            database.texts(
                """
                SELECT table_name || '.' || column_name
                FROM information_schema.columns JOIN information_schema.tables USING (table_name)
                WHERE tables.table_schema = 'public' AND table_type = 'BASE TABLE'
                  AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                  AND table_name <> 'startill_migration'
                """))
        .isEmpty();
  }

  @Test
  void a_server_that_does_not_wait_for_its_disk_is_told_to_a_doctor() throws SQLException {
    var fsync = database.texts("SHOW fsync").getFirst();
    try (var store = database.open()) {
      var condition = store.condition().orElseThrow();
      assertThat(condition.place()).isEqualTo(dialect().name());
      assertThat(condition.disk()).isEmpty();
      assertThat(condition.guarantees()).contains(new Guarantee("fsync", fsync, "on"));
    }
  }

  @Test
  void what_a_commit_promises_does_not_hang_on_the_servers_defaults() throws SQLException {
    var name = database.name();
    database.execute("ALTER DATABASE %s SET synchronous_commit = off".formatted(name));
    database.execute(
        "ALTER DATABASE %s SET default_transaction_isolation = 'serializable'".formatted(name));

    assertThat(settingsOfAWriter()).isEqualTo("on, read committed, 2s, startill");
  }

  @Test
  void a_commit_that_waits_for_more_may_go_on_doing_so() throws SQLException {
    database.execute(
        "ALTER DATABASE %s SET synchronous_commit = remote_apply".formatted(database.name()));

    assertThat(settingsOfAWriter()).startsWith("remote_apply, ");
  }

  private String settingsOfAWriter() throws SQLException {
    var clock = new ManualClock(Fixtures.NOON);
    try (var writer =
            Writer.open(
                dialect(),
                Database.BOT,
                new Migrator(dialect(), clock)::migrate,
                System::nanoTime);
        var statement = writer.session().connection().createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT concat_ws(', ', current_setting('synchronous_commit'),
                  current_setting('transaction_isolation'),
                  current_setting('idle_in_transaction_session_timeout'),
                  current_setting('application_name'))
                """)) {
      row.next();
      return row.getString(1);
    }
  }
}
