package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A step of the schema, never edited once it was released. The names in it are yet to be filled in.
 * Immutable.
 *
 * @param number 1 for the first
 * @param name what it brings
 * @param script all of its statements
 * @param rest what statements cannot do, after them
 * @param empty the statements that do the same where nothing is kept yet
 */
record Migration(int number, String name, String script, Rest rest, String empty) {
  /** What is done to a schema, within one transaction. */
  @FunctionalInterface
  interface Step {
    void take(Connection connection) throws SQLException;
  }

  /** What statements cannot do, in a store whose tables' names begin like this. */
  @FunctionalInterface
  interface Rest {
    void take(Connection connection, TablePrefix prefix) throws SQLException;
  }

  /** One that statements can do. */
  Migration(int number, String name, String script) {
    this(number, name, script, (connection, prefix) -> {}, "");
  }
}
