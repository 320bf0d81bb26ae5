package dev.startill.acceptance;

/** In a database of a PostgreSQL server. */
class PostgresSaleStoriesTest extends SaleStories {
  @Override
  Shop serve(String yaml) {
    return Shop.serving(folder, yaml, Database.onPostgres());
  }
}
