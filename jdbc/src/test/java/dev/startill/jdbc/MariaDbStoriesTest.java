package dev.startill.jdbc;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract.Opened;
import dev.startill.testkit.story.EngineStories;
import java.time.InstantSource;

/** On one database, in which each story is another bot. MySQL was not run. */
class MariaDbStoriesTest extends EngineStories {
  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    return MariaDbDatabase.shared().openAsNewcomer(clock, settings);
  }
}
