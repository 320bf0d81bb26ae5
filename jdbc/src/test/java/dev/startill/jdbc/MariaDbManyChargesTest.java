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
class MariaDbManyChargesTest {
  @Test
  @Timeout(300)
  void a_hundred_thousand_charges_are_walked_through() throws IOException, SQLException {
    try (var database = MariaDbDatabase.fresh()) {
      ManyChargesTest.walkThrough(database.url() + MariaDbDatabase.AS_OURS, 100_000);
    }
  }

  @Test
  @Tag("long")
  @Timeout(1800)
  void many_more_charges_take_no_more_memory() throws IOException, SQLException {
    try (var database = MariaDbDatabase.fresh()) {
      ManyChargesTest.walkThrough(
          database.url() + MariaDbDatabase.AS_OURS, Integer.getInteger("charges", 200_000));
    }
  }
}
