package dev.startill.acceptance;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The shop's database, as anybody with a client of it can read it.
 *
 * @param url with user and password, where it has them
 */
record Database(String url) {
  /** A file of SQLite. */
  static Database in(Path file) {
    return new Database("jdbc:sqlite:" + file + "?busy_timeout=5000");
  }

  /** The rows of a query, each as its columns' texts joined by a bar. */
  List<String> rows(String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      var columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        var cells = new ArrayList<String>();
        for (var column = 1; column <= columns; column++) {
          cells.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** A column of bytes as hexadecimal digits, in this database's words. */
  String hex(String column) {
    return (url.startsWith("jdbc:sqlite:") ? "lower(hex(%s))" : "encode(%s, 'hex')")
        .formatted(column);
  }

  /** Changes rows; how many. */
  int change(String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  long count(String sql) {
    return Long.parseLong(rows(sql).getFirst());
  }
}
