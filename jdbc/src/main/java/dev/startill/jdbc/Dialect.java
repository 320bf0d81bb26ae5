package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What differs from database to database: how to connect, the words of each statement, the steps of
 * the schema, and what its errors mean. Immutable; threads share it.
 */
interface Dialect extends Connections {
  /**
   * The dialect of a JDBC URL.
   *
   * @throws SettingsException if there is none
   */
  static Dialect of(String url) {
    if (url.startsWith(Sqlite.PREFIX)) {
      return new Sqlite(url);
    }
    throw new SettingsException(
        "The store's URL must begin with %s, unlike '%s'.".formatted(Sqlite.PREFIX, scheme(url)));
  }

  /** The words of a statement. */
  String words(Sql statement);

  /** The steps of the schema, first to newest. */
  List<Migration> migrations();

  /** What an error means to whoever runs the store, and what to do. */
  StoreException explain(SQLException error);

  /**
   * What time it is for all who share the database: the machine's, where one machine has it; where
   * several may, the database itself is asked.
   *
   * @param ours this process's clock
   */
  default Instant time(Session session, InstantSource ours) {
    return ours.instant();
  }

  /** As much of a URL as cannot hold a password. */
  private static String scheme(String url) {
    var parts = url.split(":", 3);
    return parts.length < 3 ? url : parts[0] + ":" + parts[1] + ":…";
  }
}
