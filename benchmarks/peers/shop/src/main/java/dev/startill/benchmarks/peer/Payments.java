package dev.startill.benchmarks.peer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * A table of payments that outlives the process. A payment is written before its goods are sent,
 * and marked when they have arrived: one that was not marked is handed over again after a restart,
 * one that comes twice is not. Threads share it.
 */
public final class Payments {
  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement mark;

  /** Opens the table in this folder. */
  public Payments(Path folder) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
    connection = source.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS payment (
            charge TEXT PRIMARY KEY,
            buyer INTEGER NOT NULL,
            payload TEXT NOT NULL,
            stars INTEGER NOT NULL,
            paid_at INTEGER NOT NULL,
            delivered_at INTEGER
          ) STRICT
          """);
    }
    insert =
        connection.prepareStatement(
            """
            INSERT INTO payment (charge, buyer, payload, stars, paid_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """);
    mark = connection.prepareStatement("UPDATE payment SET delivered_at = ? WHERE charge = ?");
  }

  /** Whether it is new. It is on the disk when this returns. */
  public synchronized boolean record(String charge, long buyer, String payload, int stars) {
    try {
      insert.setString(1, charge);
      insert.setLong(2, buyer);
      insert.setString(3, payload);
      insert.setInt(4, stars);
      insert.setLong(5, System.currentTimeMillis());
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its goods have arrived. */
  public synchronized void delivered(String charge) {
    try {
      mark.setLong(1, System.currentTimeMillis());
      mark.setString(2, charge);
      mark.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Payments whose goods may not have arrived, and their buyers. */
  public synchronized Map<String, Long> undelivered() {
    var found = new HashMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT charge, buyer FROM payment WHERE delivered_at IS NULL")) {
      while (rows.next()) {
        found.put(rows.getString("charge"), rows.getLong("buyer"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
