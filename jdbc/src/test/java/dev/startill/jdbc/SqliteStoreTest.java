package dev.startill.jdbc;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    return SqliteFile.in(folder).opened(clock, settings);
  }
}
