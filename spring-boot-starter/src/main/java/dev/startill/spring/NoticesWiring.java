package dev.startill.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears what happens. */
@Configuration(proxyBeanMethods = false)
final class NoticesWiring {
  private static final String TRANSACTIONS =
      "org.springframework.transaction.PlatformTransactionManager";

  /** Listeners in transactions. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = TRANSACTIONS)
  static final class InTransactions {
    @Bean
    NoticeListener startillPublishedNotices(
        ApplicationEventPublisher publisher, ObjectProvider<PlatformTransactionManager> managers) {
      var manager = managers.getIfUnique();
      if (manager == null) {
        return new PublishedNotices(publisher, Runnable::run);
      }
      var template = new TransactionTemplate(manager);
      return new PublishedNotices(
          publisher, work -> template.executeWithoutResult(status -> work.run()));
    }
  }

  /** Listeners where there are no transactions. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass(TRANSACTIONS)
  static final class Plainly {
    @Bean
    NoticeListener startillPublishedNotices(ApplicationEventPublisher publisher) {
      return new PublishedNotices(publisher, Runnable::run);
    }
  }

  /** Meters. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static final class Metered {
    @Bean
    StartillMeters startillMeters(MeterRegistry registry, ChosenStore chosen) {
      return new StartillMeters(registry, chosen.store().books());
    }
  }
}
