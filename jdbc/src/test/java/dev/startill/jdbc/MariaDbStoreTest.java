package dev.startill.jdbc;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.time.InstantSource;

/** On one database, in which each test is another bot. MySQL was not run. */
class MariaDbStoreTest extends StoreContract {
  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    return MariaDbDatabase.shared().openAsNewcomer(clock, settings);
  }
}
