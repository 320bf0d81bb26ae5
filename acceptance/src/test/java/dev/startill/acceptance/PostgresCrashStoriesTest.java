package dev.startill.acceptance;

/** In a database of a PostgreSQL server. */
class PostgresCrashStoriesTest extends CrashStories {
  @Override
  Shop serve(String yaml) {
    return Shop.serving(folder, yaml, Database.onPostgres());
  }
}
