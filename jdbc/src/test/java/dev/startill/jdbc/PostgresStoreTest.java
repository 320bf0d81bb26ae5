package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** On one database, where each test is a bot of its own: none may see what another one wrote. */
class PostgresStoreTest extends StoreContract {
  private static final AtomicLong BOTS = new AtomicLong(42);
  private static final PostgresDatabase DATABASE = PostgresDatabase.fresh();

  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var store =
        DATABASE
            .as(new BotId(BOTS.incrementAndGet()))
            .open(settings, Batcher.onItsOwnThread(), clock);
    return new Opened(store, store.books(), store.archive());
  }
}
