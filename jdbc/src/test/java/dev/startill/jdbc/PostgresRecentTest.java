package dev.startill.jdbc;

import java.sql.SQLException;

class PostgresRecentTest extends RecentContract {
  @Override
  Database database() throws SQLException {
    return PostgresDatabase.fresh();
  }
}
