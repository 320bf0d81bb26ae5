package dev.startill.spring;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Part of the application's health, where it has one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("startill")
final class HealthWiring {
  @Bean
  @ConditionalOnMissingBean(name = "startillHealthIndicator")
  HealthIndicator startillHealthIndicator(
      ChosenStore chosen, ObjectProvider<UpdatesLifecycle> updates) {
    return new StartillHealth(
        chosen.store().books(),
        () -> Optional.ofNullable(updates.getIfAvailable()).flatMap(UpdatesLifecycle::trouble));
  }
}
