package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A step of the schema, never edited once it was released. Immutable.
 *
 * @param number 1 for the first
 * @param name what it brings
 * @param script all of its statements
 * @param rest what statements cannot do, after them
 * @param empty the statements that do the same where nothing is kept yet
 */
record Migration(int number, String name, String script, Step rest, String empty) {
  /** A part of a step that is written in Java; within the step's transaction. */
  @FunctionalInterface
  interface Step {
    void take(Connection connection) throws SQLException;
  }

  /** One that statements can do. */
  Migration(int number, String name, String script) {
    this(number, name, script, connection -> {}, "");
  }
}
