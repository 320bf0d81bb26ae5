package dev.startill.acceptance;

/** In a database of a MariaDB server. MySQL was not run. */
class MariaDbCrashStoriesTest extends CrashStories {
  @Override
  Shop serve(String yaml) {
    return Shop.serving(folder, yaml, Database.onMariaDb());
  }
}
