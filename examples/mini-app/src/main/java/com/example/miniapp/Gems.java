package com.example.miniapp;

import dev.startill.jdbc.JdbcFulfilment;
import dev.startill.port.Fulfilment.Purchase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** Who has how many gems: a row for each order, in the database of the books. Threads share it. */
final class Gems implements JdbcFulfilment {
  private static final Map<String, Integer> COUNTS = Map.of("gems-100", 100, "gems-500", 500);

  private final String url;

  private Gems(String url) {
    this.url = url;
  }

  /** Beside the books in this database. */
  static Gems in(String url) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS gems (
            order_id TEXT    NOT NULL PRIMARY KEY,
            buyer    INTEGER NOT NULL,
            count    INTEGER NOT NULL
          )
          """);
      return new Gems(url);
    } catch (SQLException e) {
      throw new IllegalStateException("The table of gems cannot be made.", e);
    }
  }

  /** In the transaction that marks the order as fulfilled: kept with that mark, or not at all. */
  @Override
  public void fulfil(Purchase purchase, Connection connection) throws SQLException {
    try (var grant =
        connection.prepareStatement("INSERT INTO gems (order_id, buyer, count) VALUES (?, ?, ?)")) {
      grant.setString(1, purchase.order().value());
      grant.setLong(2, purchase.buyer().value());
      grant.setInt(3, Objects.requireNonNull(COUNTS.get(purchase.product().value())));
      grant.executeUpdate();
    }
  }

  /** Before the Stars go back. */
  @Override
  public void revoke(Purchase purchase, Connection connection) throws SQLException {
    try (var take = connection.prepareStatement("DELETE FROM gems WHERE order_id = ?")) {
      take.setString(1, purchase.order().value());
      take.executeUpdate();
    }
  }

  /** How many a buyer has. */
  long of(long buyer) {
    try (var connection = DriverManager.getConnection(url);
        var query = connection.prepareStatement("SELECT sum(count) FROM gems WHERE buyer = ?")) {
      query.setLong(1, buyer);
      try (var rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The gems cannot be counted.", e);
    }
  }
}
