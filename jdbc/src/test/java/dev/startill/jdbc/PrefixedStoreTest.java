package dev.startill.jdbc;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** All that a store must keep, under names with a prefix, and where no others would be found. */
class PrefixedStoreTest {
  @Nested
  class OnSqlite extends StoreContract {
    @TempDir Path folder;

    @Override
    protected Opened open(InstantSource clock, Settings settings) {
      return opened(SqliteFile.in(folder), clock, settings);
    }
  }

  @Nested
  class OnPostgres extends StoreContract {
    private static PostgresDatabase database;

    @BeforeAll
    static void make() throws SQLException {
      database = PostgresDatabase.empty();
    }

    @AfterAll
    static void drop() throws SQLException {
      database.close();
    }

    @Override
    protected Opened open(InstantSource clock, Settings settings) {
      return opened(database.asNewcomer(), clock, settings);
    }
  }

  @Nested
  class OnMariaDb extends StoreContract {
    private static MariaDbDatabase database;

    @BeforeAll
    static void make() throws SQLException {
      database = MariaDbDatabase.empty();
    }

    @AfterAll
    static void drop() throws SQLException {
      database.close();
    }

    @Override
    protected Opened open(InstantSource clock, Settings settings) {
      return opened(database.asNewcomer(), clock, settings);
    }
  }

  private static StoreContract.Opened opened(
      Database database, InstantSource clock, Settings settings) {
    var store =
        JdbcStore.open(
            Login.in(database.url()).withTablePrefix("p2_"),
            database.bot(),
            settings,
            clock,
            RandomGenerator.of("L64X128MixRandom"));
    return new StoreContract.Opened(store, store.books(), store.archive());
  }
}
