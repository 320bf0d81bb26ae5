package dev.startill.jdbc;

import java.sql.SQLException;

class MariaDbGatheringTest extends GatheringContract {
  @Override
  Database database() throws SQLException {
    return MariaDbDatabase.fresh();
  }
}
