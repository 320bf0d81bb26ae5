package dev.startill.simulation;

import dev.startill.testkit.database.LocalMariaDb;
import java.sql.SQLException;

/** MySQL was not run. */
class MariaDbSimulationTest extends ServerHistories {
  @Override
  Vault vault(MemoryDatabase copy) throws SQLException {
    return MariaDbVault.on(LocalMariaDb.shared(), copy);
  }
}
