package dev.startill.jdbc;

import java.sql.Connection;
import java.util.function.Consumer;

/**
 * Somebody else's way to run a transaction on the store's own database, such as Spring's
 * transaction manager: {@link JdbcStore#joined(Transactions, dev.startill.port.Fulfilment)} lets
 * the store take part in it. Many threads call at once.
 */
@FunctionalInterface
public interface Transactions {
  /**
   * Begins a transaction at READ COMMITTED, lets the deed run in it on this thread, and commits.
   * Whatever the deed throws takes all of it back, and is thrown on, itself or as a cause. Nothing
   * should be left to be written after the deed, as by a persistence context that was not flushed:
   * all nodes of the bot would wait for it.
   *
   * @param deed gets the transaction's connection, and leaves it open
   * @throws Exception if it was not committed, or nobody knows
   */
  void run(Consumer<? super Connection> deed) throws Exception;
}
