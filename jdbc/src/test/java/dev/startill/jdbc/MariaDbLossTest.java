package dev.startill.jdbc;

import dev.startill.testkit.database.LocalMariaDb;
import java.sql.SQLException;

class MariaDbLossTest extends LossContract {
  @Override
  ServerDatabase database() throws SQLException {
    return MariaDbDatabase.fresh();
  }

  @Override
  ServerDatabase databaseOfItsOwnServer() throws SQLException {
    return MariaDbDatabase.on(LocalMariaDb.start());
  }
}
