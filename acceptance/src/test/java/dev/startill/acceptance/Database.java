package dev.startill.acceptance;

import dev.startill.testkit.database.LocalMariaDb;
import dev.startill.testkit.database.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
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
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String MARIADB = "jdbc:mariadb:";

  /** A file of SQLite. */
  static Database in(Path file) {
    return new Database(SQLITE + file + "?busy_timeout=5000");
  }

  /** A new one on the PostgreSQL server that stories share. */
  static Database onPostgres() {
    try {
      var server = LocalPostgres.shared();
      return new Database(server.url(server.create()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A new one on the MariaDB server that stories share. */
  static Database onMariaDb() {
    try {
      var server = LocalMariaDb.shared();
      return new Database(server.url(server.create()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether several nodes can reach it. */
  boolean isServer() {
    return !url.startsWith(SQLITE);
  }

  /** The rows of a query, each as its columns' texts joined by a bar. */
  List<String> rows(String sql) {
    try (var connection = connect();
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
    return (url.startsWith("jdbc:postgresql:") ? "encode(%s, 'hex')" : "lower(hex(%s))")
        .formatted(column);
  }

  /** What a kill broke of a file; a server's files are out of its reach. */
  List<String> damage() {
    return isServer()
        ? List.of()
        : rows("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
  }

  /**
   * As if the seconds and minutes were over for which a server's database leaves to a dead node
   * what it had in hand: it may live. Of a file everybody knows that its process is dead.
   */
  void forgetTheDead() {
    if (isServer()) {
      change("UPDATE outbox SET due_at = changed_at WHERE state = 'WAITING' AND leased = 1");
      change("UPDATE lease SET ends_at = 0");
    }
  }

  /** Changes rows; how many. */
  int change(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  long count(String sql) {
    return Long.parseLong(rows(sql).getFirst());
  }

  /** MariaDB means by {@code "…"} and {@code ||} what others do once it is told to. */
  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        url.startsWith(MARIADB)
            ? url + "&sessionVariables=sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT'"
            : url);
  }
}
