package com.example.store;

import dev.startill.settings.Settings;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.store.StoreContract.Opened;
import dev.startill.testkit.story.EngineStories;
import java.time.InstantSource;
import java.util.Random;

class WatchedStoreStoriesTest extends EngineStories {
  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var memory = new InMemoryStore(clock, settings, new Random(1));
    return new Opened(
        new WatchedStore(memory, System::nanoTime, took -> {}), memory, memory.archive());
  }
}
