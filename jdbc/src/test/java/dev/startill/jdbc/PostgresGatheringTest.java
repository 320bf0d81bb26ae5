package dev.startill.jdbc;

import java.sql.SQLException;

class PostgresGatheringTest extends GatheringContract {
  @Override
  Database database() throws SQLException {
    return PostgresDatabase.fresh();
  }
}
