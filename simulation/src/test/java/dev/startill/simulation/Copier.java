package dev.startill.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the tables of one database what those of another are. For one thread. */
final class Copier implements AutoCloseable {
  private final Connection from;
  private final Connection into;
  private final List<String> tables;

  /** Into a database that is a copy from then on: what is only added to may be edited there. */
  Copier(Connection from, Connection into) throws SQLException {
    this.from = from;
    this.into = into;
    for (var trigger : names("trigger")) {
      say("DROP TRIGGER " + trigger);
    }
    this.tables = names("table").stream().filter(table -> !table.startsWith("sqlite_")).toList();
  }

  void copy() throws SQLException {
    say("BEGIN");
    for (var table : tables) {
      copy('"' + table + '"');
    }
    say("COMMIT");
  }

  private void copy(String table) throws SQLException {
    say("DELETE FROM " + table);
    try (var read = from.createStatement();
        var row = read.executeQuery("SELECT * FROM " + table)) {
      var columns = row.getMetaData().getColumnCount();
      var names = new ArrayList<String>();
      for (var i = 1; i <= columns; i++) {
        names.add(row.getMetaData().getColumnName(i));
      }
      try (var write =
          into.prepareStatement(
              "/* copied */ INSERT INTO %s (%s) VALUES (%s)"
                  .formatted(
                      table,
                      String.join(", ", names),
                      String.join(", ", Collections.nCopies(columns, "?"))))) {
        while (row.next()) {
          for (var i = 1; i <= columns; i++) {
            write.setObject(i, row.getObject(i));
          }
          write.executeUpdate();
        }
      }
    }
  }

  private List<String> names(String type) throws SQLException {
    try (var read = into.prepareStatement("SELECT name FROM sqlite_schema WHERE type = ?")) {
      read.setString(1, type);
      var names = new ArrayList<String>();
      try (var row = read.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
      return names;
    }
  }

  private void say(String words) throws SQLException {
    try (var statement = into.createStatement()) {
      statement.executeUpdate(words);
    }
  }

  @Override
  public void close() throws SQLException {
    into.close();
  }
}
