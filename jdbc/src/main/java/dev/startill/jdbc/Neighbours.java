package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands in the current schema, by its name in lower case. Before a store is made there,
 * whatever has a name of ours is somebody else's: MariaDB would take it for our own. Immutable.
 *
 * @param names as they are written there
 */
record Neighbours(Map<String, String> names) {
  /** All of them: tables, views, and what else their names must differ from. */
  static Neighbours in(Connection connection) throws SQLException {
    return like(connection, "%");
  }

  /** Those whose names fit a pattern of JDBC's, in which _ is any letter. */
  static Neighbours like(Connection connection, String pattern) throws SQLException {
    var schema = connection.getSchema();
    var names = new TreeMap<String, String>();
    try (var all =
        connection.getMetaData().getTables(connection.getCatalog(), schema, pattern, null)) {
      while (all.next()) {
        // The schema is taken for a pattern as well.
        if (schema == null || schema.equals(all.getString("TABLE_SCHEM"))) {
          var name = all.getString("TABLE_NAME");
          names.put(name.toLowerCase(Locale.ROOT), name);
        }
      }
    }
    return new Neighbours(names);
  }

  /** Whether one has this name, but for its case. */
  boolean have(String name) {
    return names.containsKey(name);
  }

  /**
   * Refuses a schema in which there is no room for a store of this dialect's.
   *
   * @throws StoreException that names what stands there, and what to do
   */
  void leaveRoomFor(Dialect dialect) {
    if (dialect.prefix().equals(TablePrefix.NONE)) {
      prefixed().ifPresent(prefix -> refuse(dialect, prefix));
    } else if (have(Notes.NAME)) {
      throw new StoreException(
          "%s: the store there has no table prefix, and nothing was changed. Say so (an empty table-prefix beside the store's URL, or none); or keep another store in another place."
              .formatted(dialect.name()));
    }
    for (var step : dialect.migrations()) {
      for (var name : dialect.prefix().names(step.script())) {
        if (have(name)) {
          throw new StoreException(
              "%s: it has a table %s already, which is not Startill's, and nothing was changed. Give Startill's tables another prefix, such as startill_ (table-prefix beside the store's URL, or Login.withTablePrefix), or keep them in a schema, a database or a file of their own."
                  .formatted(dialect.name(), names.get(name)));
        }
      }
    }
  }

  /** The prefix of a store that is there. */
  private Optional<String> prefixed() {
    return names.keySet().stream()
        .filter(name -> name.endsWith(Notes.NAME))
        .map(name -> name.substring(0, name.length() - Notes.NAME.length()))
        .findFirst();
  }

  /** Who forgets the prefix, or adds one, would find a second store there, with nothing in it. */
  private static void refuse(Dialect dialect, String prefix) {
    throw new StoreException(
        "%s: the store there has the table prefix %s, and nothing was changed. Name it (table-prefix beside the store's URL, or Login.withTablePrefix); or give another store in the same place another prefix."
            .formatted(dialect.name(), prefix));
  }
}
