package dev.startill.spring;

import dev.startill.jdbc.Transactions;
import dev.startill.port.Fulfilment;
import java.sql.Connection;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application's transactions, in which its handlers write and the store marks goods as handed
 * over. Threads share it.
 */
final class SpringTransactions implements Transactions {
  private final TransactionTemplate template;
  private final DataSource dataSource;
  private static final ThreadLocal<TransactionStatus> CURRENT = new ThreadLocal<>();

  SpringTransactions(TransactionTemplate template, DataSource dataSource) {
    this.template = template;
    this.dataSource = dataSource;
  }

  /** Whether they are transactions on this DataSource. Begins one to see. */
  boolean lead() {
    var leads = template.execute(status -> isHere());
    return Boolean.TRUE.equals(leads);
  }

  @Override
  public void run(Consumer<? super Connection> deed) {
    template.executeWithoutResult(
        status -> {
          var connection = DataSourceUtils.getConnection(dataSource);
          CURRENT.set(status);
          try {
            deed.accept(connection);
          } finally {
            CURRENT.remove();
            DataSourceUtils.releaseConnection(connection, dataSource);
          }
        });
  }

  /**
   * The same handler, which leaves nothing to be written later: what a persistence context keeps
   * back it would write while all other nodes wait.
   */
  Fulfilment flushed(Fulfilment handler) {
    return new Fulfilment() {
      @Override
      public void fulfil(Purchase purchase) throws Exception {
        handler.fulfil(purchase);
        CURRENT.get().flush();
      }

      @Override
      public void revoke(Purchase purchase) throws Exception {
        handler.revoke(purchase);
        CURRENT.get().flush();
      }
    };
  }

  private boolean isHere() {
    var connection = DataSourceUtils.getConnection(dataSource);
    try {
      return DataSourceUtils.isConnectionTransactional(connection, dataSource);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
