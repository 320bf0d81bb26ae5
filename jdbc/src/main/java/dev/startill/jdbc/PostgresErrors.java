package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/**
 * What PostgreSQL's errors mean, by their <a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">codes</a>. Its messages
 * name users, tables and keys, and no password. Immutable.
 */
final class PostgresErrors {
  /** Said by the server when it ends a transaction in which nothing happened for too long. */
  private static final String STOOD_STILL = "25P03";

  private static final String READ_ONLY = "25006";

  private final String name;

  /** Of the database that goes by this name. */
  PostgresErrors(String name) {
    this.name = name;
  }

  /**
   * Whether the connection is of no use any more: broken, ended by the server, or to a server that
   * is no primary, or not any longer.
   */
  boolean isLost(SQLException error) {
    var code = code(error);
    return code.startsWith("08")
        || code.startsWith("57P")
        || code.equals(STOOD_STILL)
        || code.equals(READ_ONLY);
  }

  StoreException explain(SQLException error) {
    return new StoreException("%s: %s".formatted(name, remedy(code(error), said(error))), error);
  }

  private static String remedy(String code, String said) {
    return switch (code) {
      case "08001", "08004" ->
          "it cannot be reached (%s). See that the server runs, and that host and port are right."
              .formatted(said);
      case "28P01", "28000" ->
          "the server refused the login (%s). Check user and password, and its pg_hba.conf."
              .formatted(said);
      case "3D000" ->
          "there is no such database. Make it: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.";
      case "42501" -> "this user lacks a right (%s). Grant it.".formatted(said);
      case READ_ONLY ->
          "it only reads: it is a standby, or was set so. Name the primary, or all hosts.";
      case "53100" -> "the server's disk is full. Nothing of this was recorded; make room.";
      case "53300" ->
          "the server has no connection to spare. Close some, or raise its max_connections.";
      case "55P03" ->
          "somebody else has been holding what this needs for too long. Look at pg_locks.";
      case "57P01", "57P02", "57P03", "57P05" ->
          "the server is going down, or not up yet (%s). It is asked again with the next batch."
              .formatted(said);
      case STOOD_STILL ->
          "this program stood still within a batch, and the server took the batch back.";
      case "57014" -> "somebody cancelled it at the server. Try again.";
      default -> remedyOfClass(code.length() < 2 ? "" : code.substring(0, 2), said);
    };
  }

  private static String remedyOfClass(String codes, String said) {
    return switch (codes) {
      case "08" -> "the connection was lost (%s). The next batch connects anew.".formatted(said);
      case "22" -> "it cannot keep such a value (%s).".formatted(said);
      case "23" -> "this contradicts what is kept already (%s).".formatted(said);
      case "40" -> "the server took the batch back (%s). Try again.".formatted(said);
      case "53" -> "the server lacks room (%s). Nothing of this was recorded.".formatted(said);
      case "58" -> "the server's disk failed (%s). Check it.".formatted(said);
      case "XX" -> "it is damaged (%s). Fail over, or restore a backup.".formatted(said);
      default -> "the database answered: %s".formatted(said);
    };
  }

  private static String code(SQLException error) {
    return Objects.requireNonNullElse(error.getSQLState(), "");
  }

  /** In one line, without the word ERROR in whatever language in front. */
  private static String said(SQLException error) {
    var said = Objects.requireNonNullElse(error.getMessage(), "").replaceAll("\\s+", " ").strip();
    return said.toUpperCase(Locale.ROOT).startsWith("ERROR: ") ? said.substring(7) : said;
  }
}
