package dev.startill.simulation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      copy(table);
    }
    say("COMMIT");
  }

  /** What a table of the copy has no column for is computed from what it has. */
  private void copy(String table) throws SQLException {
    say("DELETE FROM \"%s\"".formatted(table));
    var columns = columns(table);
    try (var read = from.createStatement();
        var row = read.executeQuery("SELECT * FROM \"%s\"".formatted(table));
        var write =
            into.prepareStatement(
                "/* copied */ INSERT INTO \"%s\" (%s) VALUES (%s)"
                    .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        String.join(", ", Collections.nCopies(columns.size(), "?"))))) {
      while (row.next()) {
        for (var i = 0; i < columns.size(); i++) {
          write.setObject(i + 1, columns.get(i).of(row));
        }
        write.executeUpdate();
      }
    }
  }

  /** A column of the copy; what is a text there may be kept as bytes elsewhere. */
  private record Column(String name, boolean isText) {
    @Nullable Object of(ResultSet row) throws SQLException {
      return isText ? row.getString(name) : row.getObject(name);
    }
  }

  private List<Column> columns(String table) throws SQLException {
    try (var read = into.prepareStatement("SELECT name, type FROM pragma_table_info(?)")) {
      read.setString(1, table);
      var columns = new ArrayList<Column>();
      try (var row = read.executeQuery()) {
        while (row.next()) {
          columns.add(new Column(row.getString(1), row.getString(2).equals("TEXT")));
        }
      }
      return columns;
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
