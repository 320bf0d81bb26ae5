package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresInsertOnlyTest extends InsertOnlyContract {
  @Override
  Database database() throws SQLException {
    return PostgresDatabase.fresh();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"terms", "posting", "event", "charge", "statement_line", "\"case\"", "code"})
  void no_table_is_emptied_at_once(String table) {
    assertThatThrownBy(
            () -> PostgresDatabase.fresh().execute("TRUNCATE %s CASCADE".formatted(table)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never");
  }
}
