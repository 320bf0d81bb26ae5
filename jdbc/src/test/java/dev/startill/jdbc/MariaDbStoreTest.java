package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.database.LocalMariaDb;
import dev.startill.testkit.store.StoreContract;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;

/** On one database, in which each test is another bot. MySQL was not run. */
class MariaDbStoreTest extends StoreContract {
  private static final AtomicLong BOTS = new AtomicLong(1000);
  private static String url = "";

  @BeforeAll
  static void makeDatabase() throws SQLException {
    var server = LocalMariaDb.shared();
    url = server.url(server.create());
  }

  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var store =
        JdbcStore.open(
            url,
            new BotId(BOTS.incrementAndGet()),
            settings,
            clock,
            RandomGenerator.of("L64X128MixRandom"));
    return new Opened(store, store.books(), store.archive());
  }
}
