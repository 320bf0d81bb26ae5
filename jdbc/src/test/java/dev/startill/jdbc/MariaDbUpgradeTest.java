package dev.startill.jdbc;

import java.sql.SQLException;

/** MySQL was not run. */
class MariaDbUpgradeTest extends UpgradeContract {
  @Override
  Database database() throws SQLException {
    return MariaDbDatabase.empty();
  }
}
