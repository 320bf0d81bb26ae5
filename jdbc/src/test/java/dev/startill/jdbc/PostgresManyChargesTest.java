package dev.startill.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * As {@link ManyChargesTest}: a driver that fetched a whole result at once would need more than the
 * heap of 48 MB.
 */
class PostgresManyChargesTest {
  @Test
  @Timeout(300)
  void forty_thousand_charges_are_walked_through() throws IOException, SQLException {
    try (var database = PostgresDatabase.fresh()) {
      ManyChargesTest.walkThrough(database.url(), 40_000);
    }
  }

  @Test
  @Tag("long")
  @Timeout(1800)
  void many_more_charges_take_no_more_memory() throws IOException, SQLException {
    try (var database = PostgresDatabase.fresh()) {
      ManyChargesTest.walkThrough(database.url(), Integer.getInteger("charges", 200_000));
    }
  }
}
