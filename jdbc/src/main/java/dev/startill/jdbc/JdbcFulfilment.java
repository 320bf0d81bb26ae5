package dev.startill.jdbc;

import dev.startill.port.Fulfilment.Purchase;
import java.sql.Connection;

/**
 * The merchant's own way to hand over goods, in the transaction that marks them as handed over:
 * what it writes on the connection is kept if and only if the order counts as fulfilled. Made a
 * handler by {@link JdbcStore#joined(JdbcFulfilment)}.
 *
 * <p>It may be called more than once for one purchase, whenever all that it wrote before was taken
 * back: what it does elsewhere has to be idempotent by the order's id. It does not end the
 * transaction, does not close the connection, and calls nothing of Startill's. On SQLite the
 * transaction is the only writer's, so it has one second ({@code Settings.joinedHandler}).
 */
@FunctionalInterface
public interface JdbcFulfilment {
  /**
   * Hands over what was bought.
   *
   * @throws Exception to take back what was written, and to be called again later
   */
  void fulfil(Purchase purchase, Connection connection) throws Exception;

  /**
   * Takes back what was handed over; by default there is nothing to take back. There may be nothing
   * to find, where a hand-over was begun and taken back.
   *
   * @throws Exception to take back what was written, and to be called again later
   */
  default void revoke(Purchase purchase, Connection connection) throws Exception {}
}
