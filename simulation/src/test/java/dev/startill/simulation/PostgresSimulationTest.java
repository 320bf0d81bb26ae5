package dev.startill.simulation;

import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;

class PostgresSimulationTest extends ServerHistories {
  private static String template = "";

  @BeforeAll
  static void makeTheTemplate() throws SQLException {
    var server = LocalPostgres.shared();
    template = server.create();
    JdbcStore.open(server.url(template), new BotId(Stage.BOT)).close();
  }

  @Override
  Vault vault(MemoryDatabase copy) throws SQLException {
    return PostgresVault.like(LocalPostgres.shared(), template, copy);
  }
}
