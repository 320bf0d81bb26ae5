package dev.startill.jdbc;

import java.sql.SQLException;

class MariaDbRecentTest extends RecentContract {
  @Override
  Database database() throws SQLException {
    return MariaDbDatabase.fresh();
  }
}
