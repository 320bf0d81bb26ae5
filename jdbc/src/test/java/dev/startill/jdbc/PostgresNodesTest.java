package dev.startill.jdbc;

import java.sql.SQLException;

class PostgresNodesTest extends NodesContract {
  @Override
  ServerDatabase database() throws SQLException {
    return PostgresDatabase.fresh();
  }
}
