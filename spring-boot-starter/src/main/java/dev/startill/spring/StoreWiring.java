package dev.startill.spring;

import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the books are kept, unless the application has a store of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(Store.class)
final class StoreWiring {
  @Bean
  StorePlace startillStorePlace(
      StartillProperties properties,
      ObjectProvider<DataSource> dataSources,
      Optional<FallbackStore> fallback) {
    return StorePlace.of(properties.store(), new DataSources(dataSources), fallback);
  }

  @Bean
  JdbcStore startillStore(
      StorePlace place,
      StartillProperties properties,
      BotId bot,
      Settings settings,
      ObjectProvider<InstantSource> clock) {
    var time = clock.getIfUnique(InstantSource::system);
    var random = new SecureRandom();
    var store =
        place.open(
            login ->
                properties.store().migrate()
                    ? JdbcStore.open(login, bot, settings, time, random)
                    : JdbcStore.openPrepared(login, bot, settings, time, random));
    if (!place.isShared()) {
      store.inTransaction(Store.Lane.ROUTINE, StoreWiring::clearLeases);
    }
    return store;
  }

  /** Nobody else serves this file, so whatever is leased was leased by a process that died. */
  private static boolean clearLeases(Store.Work work) {
    work.clearLeases();
    return true;
  }
}
