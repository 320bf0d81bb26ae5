package dev.startill.jdbc;

import java.sql.SQLException;

class MariaDbJoinedTest extends ServerJoinedContract {
  @Override
  ServerDatabase database() throws SQLException {
    return MariaDbDatabase.fresh();
  }
}
