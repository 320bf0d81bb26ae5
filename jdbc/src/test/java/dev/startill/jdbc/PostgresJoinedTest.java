package dev.startill.jdbc;

import java.sql.SQLException;

class PostgresJoinedTest extends ServerJoinedContract {
  @Override
  ServerDatabase database() throws SQLException {
    return PostgresDatabase.fresh();
  }
}
