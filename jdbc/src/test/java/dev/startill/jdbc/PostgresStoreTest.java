package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** On one database, where each test is a bot of its own: none may see what another one wrote. */
class PostgresStoreTest extends StoreContract {
  private static final AtomicLong BOTS = new AtomicLong(42);
  private static @Nullable PostgresDatabase database;

  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var bot = new BotId(BOTS.incrementAndGet());
    var store = database().as(bot).open(settings, Batcher.onItsOwnThread(), clock);
    return new Opened(store, store.books(), store.archive());
  }

  private static synchronized PostgresDatabase database() {
    try {
      if (database == null) {
        database = PostgresDatabase.fresh();
      }
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("No database could be made.", e);
    }
  }
}
