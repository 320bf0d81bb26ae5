package dev.startill.jdbc;

import java.sql.SQLException;

class MariaDbNodesTest extends NodesContract {
  @Override
  ServerDatabase database() throws SQLException {
    return MariaDbDatabase.fresh();
  }
}
