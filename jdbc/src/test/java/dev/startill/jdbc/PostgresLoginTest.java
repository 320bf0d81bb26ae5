package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresLoginTest extends LoginContract {
  @Override
  LocalPostgres server() {
    return LocalPostgres.shared();
  }

  @Test
  void a_user_without_rights_is_told_what_to_grant() throws SQLException {
    try (var database = PostgresDatabase.empty()) {
      server().execute("DROP ROLE IF EXISTS guest");
      server().execute("CREATE ROLE guest LOGIN PASSWORD '%s'".formatted(SECRET));

      assertRefused(
              "jdbc:postgresql://127.0.0.1:%d/%s?user=guest&password=%s"
                  .formatted(server().port(), database.name(), SECRET))
          .hasMessageContaining("lacks a right");
    }
  }

  @Test
  void a_database_that_only_reads_is_no_store() throws SQLException {
    try (var database = PostgresDatabase.fresh()) {
      var url = database.url() + "&options=-c%20default_transaction_read_only=on";

      assertThatThrownBy(() -> open(url)).hasMessageContaining("only reads");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "startill:hunter2@127.0.0.1/shop",
        "127.0.0.1/shop&password=hunter2",
        "127.0.0.1:eleven/shop?password=hunter2",
        "127.0.0.1:99999/shop?password=hunter2"
      })
  void a_url_that_leads_nowhere_is_refused_without_its_password(String rest) {
    assertSenseless("jdbc:postgresql://" + rest);
  }
}
