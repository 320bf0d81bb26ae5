package dev.startill.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * What errors of MariaDB and MySQL mean, by their numbers (<a
 * href="https://mariadb.com/kb/en/mariadb-error-code-reference/">reference</a>; both use the same
 * ones). Pure.
 */
final class MariaDbErrors {
  /** Killed, gone away, lost during a query, shut down, and idle for too long. */
  private static final Set<Integer> LOST = Set.of(1053, 1927, 2006, 2013, 4031);

  private MariaDbErrors() {}

  /** Whether the connection is gone with this error. */
  static boolean isLost(SQLException error) {
    var state = error.getSQLState();
    return error instanceof SQLNonTransientConnectionException
        || error instanceof SQLTransientConnectionException
        || LOST.contains(error.getErrorCode())
        || (state != null && state.startsWith("08"));
  }

  /** What to do. The driver's own words are given only where they are about our data. */
  static String remedy(SQLException error) {
    return switch (error.getErrorCode()) {
      case 1044, 1142, 1143, 1227, 1370 ->
          "this user may not do that (%s). Grant it ALL on this database.".formatted(words(error));
      case 1045, 1698, 1130, 1862, 1820 ->
          "this user and password are refused. Check both in store.url, and from where the user may connect.";
      case 1049 -> "there is no such database. Create it, empty: CREATE DATABASE ….";
      case 1040, 1203, 1226 ->
          "it has no connection left. Raise its max_connections, or stop what else connects.";
      case 1062, 1451, 1452, 3819, 4025 ->
          "this contradicts what is kept already (%s).".formatted(words(error));
      case 1644 -> "%s.".formatted(words(error));
      case 1205 ->
          "another node has been writing for this bot for %d s. Nothing was recorded; it is tried again."
              .formatted(MariaDbConnections.LOCK_WAIT.toSeconds());
      case 1213, 1020 ->
          "it ended this transaction in favour of another. Nothing was recorded; try again.";
      case 1290, 1792, 1836, 3100 ->
          "it takes no writes (read_only, a replica?). Name the primary in store.url.";
      case 1021, 1114, 1030, 3 -> "its disk is full. Nothing was lost; make room and try again.";
      case 1153, 2020 ->
          "this is more than its max_allowed_packet. Raise that to 16M or more, as it ships.";
      case 1406, 1366, 1264 -> "a value does not fit (%s).".formatted(words(error));
      case 1419 ->
          "it keeps a binary log, and lets this user make no trigger. Set log_bin_trust_function_creators=1 while the schema is made, or make it yourself from 'startill schema'.";
      case 1665 -> "its binlog_format is STATEMENT. Set it to MIXED or ROW, as it ships.";
      default -> unnumbered(error);
    };
  }

  private static String unnumbered(SQLException error) {
    var words = words(error);
    if (words.contains("ssl") || words.contains("TLS") || words.contains("certificate")) {
      return "it cannot be spoken with in secret (%s). Give it a certificate, or add sslMode=disable to store.url where the network is your own."
          .formatted(words);
    }
    return isLost(error)
        ? "it cannot be reached, or the connection was lost (%s). Start it, or check host and port in store.url."
            .formatted(words)
        : "the database answered: %s".formatted(words);
  }

  /** Without the number of the connection, which says nothing to anybody. */
  private static String words(SQLException error) {
    var message = error.getMessage();
    return message == null ? "" : message.replaceFirst("^\\(conn=[^)]*\\) ", "").strip();
  }
}
