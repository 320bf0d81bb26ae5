package dev.startill.jdbc;

import java.sql.SQLException;

class MariaDbInsertOnlyTest extends InsertOnlyContract {
  @Override
  Database database() throws SQLException {
    return MariaDbDatabase.fresh();
  }
}
