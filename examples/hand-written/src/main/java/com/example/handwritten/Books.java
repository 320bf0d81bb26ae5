package com.example.handwritten;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders, payments and what is to be sent, in a file of SQLite. A payment and the letter that
 * brings its guide are one transaction; a payment is known by its charge, since one invoice can be
 * paid more than once. Threads share it, one at a time.
 */
final class Books implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Books.class);

  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA busy_timeout = 5000",
          """
          CREATE TABLE IF NOT EXISTS sale (
            id    TEXT    NOT NULL PRIMARY KEY,
            buyer INTEGER NOT NULL,
            stars INTEGER NOT NULL,
            paid  INTEGER NOT NULL DEFAULT 0
          )
          """,
          """
          CREATE TABLE IF NOT EXISTS payment (
            charge  TEXT    NOT NULL PRIMARY KEY,
            payload TEXT    NOT NULL,
            buyer   INTEGER NOT NULL,
            stars   INTEGER NOT NULL,
            stray   INTEGER NOT NULL
          )
          """,
          """
          CREATE TABLE IF NOT EXISTS letter (
            id       INTEGER PRIMARY KEY,
            sale     TEXT    NOT NULL,
            buyer    INTEGER NOT NULL,
            kind     TEXT    NOT NULL,
            state    TEXT    NOT NULL DEFAULT 'waiting',
            attempts INTEGER NOT NULL DEFAULT 0,
            due      INTEGER NOT NULL DEFAULT 0
          )
          """,
          "CREATE TABLE IF NOT EXISTS bookmark (id INTEGER PRIMARY KEY CHECK (id = 1), line INTEGER NOT NULL)",
          "INSERT OR IGNORE INTO bookmark (id, line) VALUES (1, 0)");

  private final Connection connection;

  private Books(Connection connection) {
    this.connection = connection;
  }

  static Books open(String url) {
    try {
      var connection = DriverManager.getConnection(url);
      try (var statement = connection.createStatement()) {
        for (var line : SCHEMA) {
          statement.execute(line);
        }
      }
      connection.setAutoCommit(false);
      return new Books(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be opened.", e);
    }
  }

  /** Opens an order, or finds the one that is open, and sends its invoice. */
  synchronized void order(long buyer) {
    inTransaction(
        () -> {
          var open = text("SELECT id FROM sale WHERE buyer = ? AND paid = 0", buyer);
          var id = open.orElseGet(() -> UUID.randomUUID().toString());
          if (open.isEmpty()) {
            run("INSERT INTO sale (id, buyer, stars) VALUES (?, ?, ?)", id, buyer, Guide.STARS);
          }
          return run("INSERT INTO letter (sale, buyer, kind) VALUES (?, ?, 'INVOICE')", id, buyer);
        });
  }

  /** Why a checkout is refused, in words for the buyer; empty if it is not. */
  synchronized String refusal(String payload, long buyer, String currency, int amount) {
    return inTransaction(
        () -> {
          if (text("SELECT id FROM sale WHERE id = ?", payload).isEmpty()) {
            return "This invoice is not known any more. Ask for a new one: /buy";
          }
          var terms = "SELECT id FROM sale WHERE id = ? AND buyer = ? AND stars = ? AND ? = 'XTR'";
          if (text(terms, payload, buyer, amount, currency).isEmpty()) {
            return "This invoice is somebody else's. Ask for your own: /buy";
          }
          return text("SELECT id FROM sale WHERE id = ? AND paid = 0", payload).isEmpty()
              ? "This invoice is paid already. Ask for a new one: /buy"
              : "";
        });
  }

  /** Writes down a payment, whoever tells of it and however often. */
  synchronized void paid(String charge, long buyer, String payload, int amount) {
    inTransaction(
        () -> {
          if (text("SELECT charge FROM payment WHERE charge = ?", charge).isPresent()) {
            return false;
          }
          var closed =
              run(
                  "UPDATE sale SET paid = 1 WHERE id = ? AND buyer = ? AND stars = ? AND paid = 0",
                  payload,
                  buyer,
                  amount);
          run(
              "INSERT INTO payment (charge, payload, buyer, stars, stray) VALUES (?, ?, ?, ?, ?)",
              charge,
              payload,
              buyer,
              amount,
              1 - closed);
          if (closed == 1) {
            run("INSERT INTO letter (sale, buyer, kind) VALUES (?, ?, 'GUIDE')", payload, buyer);
          } else {
            LOG.error("{} Stars of {} pay for no order: look at charge {}.", amount, buyer, charge);
          }
          return true;
        });
  }

  /** What is to be sent now, oldest first. */
  synchronized List<Letter> due(Instant now) {
    return inTransaction(
        () -> {
          var letters = new ArrayList<Letter>();
          try (var query =
                  prepared(
                      "SELECT id, sale, buyer, kind, attempts FROM letter"
                          + " WHERE state = 'waiting' AND due <= ? ORDER BY id LIMIT 50",
                      now.toEpochMilli());
              var rows = query.executeQuery()) {
            while (rows.next()) {
              letters.add(
                  new Letter(
                      rows.getLong(1),
                      rows.getString(2),
                      rows.getLong(3),
                      Letter.Kind.valueOf(rows.getString(4)),
                      rows.getInt(5)));
            }
          }
          return letters;
        });
  }

  /** Ends a letter: sent, dead, or parked until its buyer writes. */
  synchronized void end(Letter letter, String state) {
    inTransaction(() -> run("UPDATE letter SET state = ? WHERE id = ?", state, letter.id()));
  }

  synchronized void postpone(Letter letter, Instant until) {
    inTransaction(
        () ->
            run(
                "UPDATE letter SET attempts = attempts + 1, due = ? WHERE id = ?",
                until.toEpochMilli(),
                letter.id()));
  }

  /** Whoever writes has not blocked the bot any more. */
  synchronized void release(long buyer) {
    inTransaction(
        () ->
            run(
                "UPDATE letter SET state = 'waiting', due = 0 WHERE state = 'parked' AND buyer = ?",
                buyer));
  }

  /** How many lines of Telegram's statement were read. */
  synchronized int bookmark() {
    return inTransaction(() -> text("SELECT line FROM bookmark").map(Integer::valueOf).orElse(0));
  }

  synchronized void bookmark(int line) {
    inTransaction(() -> run("UPDATE bookmark SET line = ?", line));
  }

  private interface Unit<T> {
    T run() throws SQLException;
  }

  private <T> T inTransaction(Unit<T> unit) {
    try {
      try {
        var result = unit.run();
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused.", e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private int run(String sql, Object... values) throws SQLException {
    try (var statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  private Optional<String> text(String sql, Object... values) throws SQLException {
    try (var statement = prepared(sql, values);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("The database did not close.", e);
    }
  }
}
