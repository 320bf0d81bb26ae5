package dev.startill.jdbc;

import dev.startill.testkit.database.LocalMariaDb;
import java.sql.SQLException;

class MariaDbLossTest extends LossContract {
  @Override
  ServerDatabase database() throws SQLException {
    return MariaDbDatabase.fresh();
  }

  @Override
  Restarted server() throws SQLException {
    var server = LocalMariaDb.start();
    return new Own(server, MariaDbDatabase.on(server));
  }

  private record Own(LocalMariaDb server, Database database) implements Restarted {
    @Override
    public String password() {
      return LocalMariaDb.PASSWORD;
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
