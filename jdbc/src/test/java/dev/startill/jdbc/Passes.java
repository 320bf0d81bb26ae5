package dev.startill.jdbc;

import dev.startill.payment.OrderId;
import dev.startill.port.Fulfilment.Purchase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/**
 * A merchant's own table beside the store's: who has a pass. Nothing keeps a second row of an order
 * out, so that a test would see it.
 */
record Passes(Database database) implements JdbcFulfilment {
  static Passes in(Database database) throws SQLException {
    database.execute("CREATE TABLE pass (order_id VARCHAR(64) NOT NULL, buyer BIGINT NOT NULL)");
    return new Passes(database);
  }

  @Override
  public void fulfil(Purchase purchase, Connection connection) throws SQLException {
    write(purchase, connection);
  }

  static void write(Purchase purchase, Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO pass VALUES (?, ?)")) {
      statement.setString(1, purchase.order().value());
      statement.setLong(2, purchase.buyer().value());
      statement.executeUpdate();
    }
  }

  @Override
  public void revoke(Purchase purchase, Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("DELETE FROM pass WHERE order_id = ?")) {
      statement.setString(1, purchase.order().value());
      statement.executeUpdate();
    }
  }

  /** These, where something happens once each is written. */
  JdbcFulfilment then(Callable<?> something) {
    return (purchase, connection) -> {
      fulfil(purchase, connection);
      something.call();
    };
  }

  long of(OrderId order) throws SQLException {
    return database.count("SELECT COUNT(*) FROM pass WHERE order_id = '%s'".formatted(order));
  }
}
