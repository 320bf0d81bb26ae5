package dev.startill.testkit;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

class InMemoryStoreTest extends StoreContract {
  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var store = new InMemoryStore(clock, settings, RandomGenerator.of("L64X128MixRandom"));
    return new Opened(store, store, store.archive());
  }
}
