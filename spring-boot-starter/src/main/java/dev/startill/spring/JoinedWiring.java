package dev.startill.spring;

import dev.startill.jdbc.JdbcStore;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Goods and the mark that they are handed over in one transaction, where both can be. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({PlatformTransactionManager.class, DataSourceUtils.class})
final class JoinedWiring {
  private static final Logger log = LoggerFactory.getLogger(JoinedWiring.class);

  @Bean
  Joining startillJoining(
      StartillProperties properties,
      ObjectProvider<StorePlace> place,
      ObjectProvider<JdbcStore> store,
      ObjectProvider<DataSource> dataSources,
      ObjectProvider<PlatformTransactionManager> managers) {
    var wish = properties.joinTransactions();
    if (Boolean.FALSE.equals(wish)) {
      return handlers -> Optional.empty();
    }
    return handlers -> {
      var transactions =
          transactions(place.getIfAvailable(), dataSources, managers.getIfUnique())
              .filter(SpringTransactions::lead);
      if (transactions.isEmpty() && Boolean.TRUE.equals(wish)) {
        throw new MisconfiguredException(
            "startill.join-transactions is true, but the books are in no database that the"
                + " application's transactions are on.",
            "Leave startill.store.url away, so that the books are where the DataSource leads, and"
                + " see that one PlatformTransactionManager on it is the only or the primary one.");
      }
      log.info(
          transactions.isPresent()
              ? "Goods and the mark that they are handed over share a transaction."
              : "Goods are handed over before they are marked: handlers are idempotent, or else.");
      return transactions.map(ours -> store.getObject().joined(ours, ours.flushed(handlers)));
    };
  }

  private static Optional<SpringTransactions> transactions(
      @Nullable StorePlace place,
      ObjectProvider<DataSource> dataSources,
      @Nullable PlatformTransactionManager manager) {
    if (place == null || place.origin() != StorePlace.Origin.DATA_SOURCE || manager == null) {
      return Optional.empty();
    }
    var template = new TransactionTemplate(manager);
    if (place.isShared()) {
      template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }
    return Optional.of(new SpringTransactions(template, dataSources.getObject()));
  }
}
