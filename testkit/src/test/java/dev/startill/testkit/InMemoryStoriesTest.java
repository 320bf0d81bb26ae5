package dev.startill.testkit;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract.Opened;
import dev.startill.testkit.story.EngineStories;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

class InMemoryStoriesTest extends EngineStories {
  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var store = new InMemoryStore(clock, settings, RandomGenerator.of("L64X128MixRandom"));
    return new Opened(store, store, store.archive());
  }
}
