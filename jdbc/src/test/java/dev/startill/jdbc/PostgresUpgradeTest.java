package dev.startill.jdbc;

import java.sql.SQLException;

class PostgresUpgradeTest extends UpgradeContract {
  @Override
  Database database() throws SQLException {
    return PostgresDatabase.empty();
  }

  @Override
  String bytes(String digits) {
    return "'\\x%s'".formatted(digits);
  }
}
