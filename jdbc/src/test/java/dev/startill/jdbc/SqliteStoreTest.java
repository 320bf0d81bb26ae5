package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var store =
        JdbcStore.open(
            "jdbc:sqlite:" + folder.resolve("startill.db"),
            new BotId(42),
            settings,
            clock,
            RandomGenerator.of("L64X128MixRandom"));
    return new Opened(store, store.books(), store.archive());
  }
}
