package dev.startill.jdbc;

import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;

class PostgresLossTest extends LossContract {
  @Override
  ServerDatabase database() throws SQLException {
    return PostgresDatabase.fresh();
  }

  @Override
  Restarted server() throws SQLException {
    var server = LocalPostgres.start();
    return new Own(server, PostgresDatabase.on(server));
  }

  private record Own(LocalPostgres server, Database database) implements Restarted {
    @Override
    public String password() {
      return LocalPostgres.PASSWORD;
    }

    @Override
    public void down() {
      server.down();
    }

    @Override
    public void up() {
      server.up();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
