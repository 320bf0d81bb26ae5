package dev.startill.jdbc;

import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;

class PostgresLossTest extends LossContract {
  @Override
  ServerDatabase database() throws SQLException {
    return PostgresDatabase.fresh();
  }

  @Override
  ServerDatabase databaseOfItsOwnServer() throws SQLException {
    return PostgresDatabase.on(LocalPostgres.start());
  }
}
