package dev.startill.jdbc;

import dev.startill.port.Fulfilment;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.JoinedFulfilment;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands over goods in a transaction beside the store's own: the handler first, which may take its
 * time, then the mark, for which alone all nodes of the bot wait. Threads share it.
 */
final class JoinedTransaction implements JoinedFulfilment {
  private final Transactions transactions;
  private final JdbcFulfilment handler;
  private final Guest guest;
  private final Bound bound;
  private final int atOnce;

  JoinedTransaction(
      Transactions transactions, JdbcFulfilment handler, Guest guest, Bound bound, int atOnce) {
    this.transactions = transactions;
    this.handler = handler;
    this.guest = guest;
    this.bound = bound;
    this.atOnce = atOnce;
  }

  /** A handler that finds the transaction by itself. */
  static JdbcFulfilment withoutConnection(Fulfilment handler) {
    return new JdbcFulfilment() {
      @Override
      public void fulfil(Purchase purchase, Connection connection) throws Exception {
        handler.fulfil(purchase);
      }

      @Override
      public void revoke(Purchase purchase, Connection connection) throws Exception {
        handler.revoke(purchase);
      }
    };
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public <T> T fulfil(Purchase purchase, Function<Work, T> mark) throws Exception {
    return run(new Deed<>(connection -> handler.fulfil(purchase, connection), mark));
  }

  @Override
  public <T> T revoke(Purchase purchase, Function<Work, T> mark) throws Exception {
    return run(new Deed<>(connection -> handler.revoke(purchase, connection), mark));
  }

  /**
   * What never began, or threw, left nothing; if it began and threw nothing, nobody knows about the
   * commit.
   */
  private <T> T run(Deed<T> deed) throws Exception {
    try {
      transactions.run(deed);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      if (deed.thrown != null) {
        throw deed.thrown;
      }
      throw deed.begun
          ? new StoreException("Nobody knows whether it was recorded: " + e.getMessage(), e)
          : new SQLTransientConnectionException("No transaction began: " + e.getMessage(), e);
    }
    if (deed.thrown != null) {
      throw deed.thrown;
    }
    return deed.result();
  }

  /** What the handler does with the connection. */
  @FunctionalInterface
  interface Handling {
    void on(Connection connection) throws Exception;
  }

  /** The handler, then the mark, once. For one thread. */
  private final class Deed<T> implements Consumer<Connection> {
    private final Handling handling;
    private final Function<Work, T> mark;
    private boolean begun;
    private @Nullable T result;
    private @Nullable Exception thrown;

    Deed(Handling handling, Function<Work, T> mark) {
      this.handling = handling;
      this.mark = mark;
    }

    @Override
    public void accept(Connection connection) {
      begun = true;
      try {
        bound.run(connection, () -> handling.on(HandedConnection.of(connection)));
        result = guest.take(connection, mark);
      } catch (RuntimeException e) {
        thrown = e;
        throw e;
      } catch (Exception e) {
        thrown = e;
        throw new TakenBack(e);
      }
    }

    @SuppressWarnings("NullAway") // a mark that did not throw has given what it gives
    private T result() {
      return result;
    }
  }

  /** Carries a checked exception of the handler's through a transaction that it ends. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenBack(Exception cause) {
      super("The handler threw " + cause, cause);
    }
  }
}
