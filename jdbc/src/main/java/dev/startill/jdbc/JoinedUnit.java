package dev.startill.jdbc;

import dev.startill.jdbc.JoinedTransaction.Handling;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.JoinedFulfilment;
import dev.startill.port.Store.Work;
import java.util.function.Function;

/**
 * Hands over goods in a unit of work of the only writer: it lends its connection to the handler's
 * thread, waits for a bounded time, then goes on with the mark. Threads share it.
 */
final class JoinedUnit implements JoinedFulfilment {
  private final JdbcStore store;
  private final JdbcFulfilment handler;

  JoinedUnit(JdbcStore store, JdbcFulfilment handler) {
    this.store = store;
    this.handler = handler;
  }

  @Override
  public <T> T fulfil(Purchase purchase, Function<Work, T> mark) throws Exception {
    return run(connection -> handler.fulfil(purchase, connection), mark);
  }

  @Override
  public <T> T revoke(Purchase purchase, Function<Work, T> mark) throws Exception {
    return run(connection -> handler.revoke(purchase, connection), mark);
  }

  private <T> T run(Handling handling, Function<Work, T> mark) throws Exception {
    return store.lend(handling, mark);
  }
}
