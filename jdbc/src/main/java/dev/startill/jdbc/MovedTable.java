package dev.startill.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is moved from database to database: its columns under the names that all dialects
 * have for them. Its own name is yet to be filled in. Immutable.
 *
 * @param name the table's
 * @param columns all of them, but those that a database computes
 * @param keys how many of them, from the first, tell its rows apart and are their order
 */
record MovedTable(String name, List<Column> columns, int keys) {
  /** All that a store keeps, what is referred to before what refers to it. */
  static final List<MovedTable> ALL =
      List.of(
          table(2, "terms", "bot# hash% product title description price# delivery goods lasts#"),
          table(2, "link", "bot# id terms% owner# valid_until# closed# opened_at# changed_at#"),
          table(
              2,
              "orders",
              "bot# id state terms% product owner# valid_until# link buyer# checkout held_until#"
                  + " charge goods ends_at# opened_at# changed_at#"),
          table(
              2,
              "charge",
              "bot# id order_id buyer# amount# paid_at# booked_at# standing standing_at# refund why"
                  + " payload stated#"),
          table(
              2, "posting", "bot# seq# source from_account to_account nanostars# booked_at# hash%"),
          table(3, "balance", "bot# seq# account nanostars#"),
          table(3, "event", "bot# subject seq# at# what state detail"),
          table(
              2,
              "outbox",
              "bot# id kind order_id position# charge refund buyer# state due_at# leased#"
                  + " uncertain# attempt# because written_at# changed_at#"),
          table(3, "code", "bot# product position# code state order_id changed_at#"),
          table(
              2,
              "case",
              "bot# id subject reason order_id charge buyer# detail opened_at# closed_at# how"),
          table(
              3,
              "statement_line",
              "bot# id way place# at# nanostars# purpose party# payload commission# withdrawal note"
                  + " kept_at#"),
          table(1, "statement", "bot# lines# read_to#"),
          table(2, "lease", "bot# duty holder token# ends_at#"));

  /** What a column holds. */
  enum Kind {
    NUMBER,
    TEXT,
    BYTES
  }

  /** Bytes that are equal if all of them are. */
  private record Bytes(String hex) {
    byte[] array() {
      return HexFormat.of().parseHex(hex);
    }
  }

  /**
   * A column.
   *
   * @param name the same in all dialects
   * @param kind what it holds
   */
  record Column(String name, Kind kind) {
    /** Of a name that ends with # for a number, with % for bytes, and is a text's otherwise. */
    static Column of(String word) {
      var bare = word.substring(0, word.length() - 1);
      return switch (word.charAt(word.length() - 1)) {
        case '#' -> new Column(bare, Kind.NUMBER);
        case '%' -> new Column(bare, Kind.BYTES);
        default -> new Column(word, Kind.TEXT);
      };
    }

    @Nullable Object read(ResultSet row, int place) throws SQLException {
      return switch (kind) {
        case NUMBER -> {
          var number = row.getLong(place);
          yield row.wasNull() ? null : number;
        }
        case TEXT -> row.getString(place);
        case BYTES -> {
          var bytes = row.getBytes(place);
          yield bytes == null ? null : new Bytes(HexFormat.of().formatHex(bytes));
        }
      };
    }
  }

  private static MovedTable table(int keys, String name, String columns) {
    return new MovedTable(name, Stream.of(columns.split(" ", -1)).map(Column::of).toList(), keys);
  }

  /** The words that add a row; with a comment in front for SQLite's driver ({@link Sqlite}). */
  String adding() {
    return "/* moved */ INSERT INTO \"{%s}\" (%s) VALUES (%s)"
        .formatted(name, listed(columns), marks(columns.size()));
  }

  /** The words that give all rows, in their order. */
  String walking() {
    return "SELECT %s FROM \"{%s}\" ORDER BY %s".formatted(listed(columns), name, listed(key()));
  }

  /** The words that give the rows behind one whose key fills the places. */
  String walkingOn() {
    return "SELECT %s FROM \"{%s}\" WHERE (%s) > (%s) ORDER BY %s"
        .formatted(listed(columns), name, listed(key()), marks(keys), listed(key()));
  }

  /** The words that give the key of the last row. */
  String last() {
    return "SELECT %s FROM \"{%s}\" ORDER BY %s LIMIT 1"
        .formatted(listed(key()), name, listed(key()).replace(",", " DESC,") + " DESC");
  }

  /** The words that count the rows. */
  String counting() {
    return "SELECT COUNT(*) FROM \"{%s}\"".formatted(name);
  }

  List<Column> key() {
    return columns.subList(0, keys);
  }

  /** A row's values, in the order of the columns. */
  List<@Nullable Object> row(ResultSet row) throws SQLException {
    return values(row, columns);
  }

  /** Its key alone. */
  List<@Nullable Object> key(ResultSet row) throws SQLException {
    return values(row, key());
  }

  /** Fills places with values. */
  static void bind(Dialect dialect, PreparedStatement statement, List<@Nullable Object> values)
      throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      var value = values.get(i);
      dialect.bind(statement, i + 1, value instanceof Bytes bytes ? bytes.array() : value);
    }
  }

  private static List<@Nullable Object> values(ResultSet row, List<Column> columns)
      throws SQLException {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (var i = 0; i < columns.size(); i++) {
      values.add(columns.get(i).read(row, i + 1));
    }
    return values;
  }

  private static String listed(List<Column> columns) {
    return String.join(", ", columns.stream().map(c -> "\"%s\"".formatted(c.name())).toList());
  }

  private static String marks(int many) {
    return String.join(", ", Collections.nCopies(many, "?"));
  }
}
