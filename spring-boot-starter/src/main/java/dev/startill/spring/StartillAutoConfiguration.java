package dev.startill.spring;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Startill in a Spring Boot application: a bean of type {@link dev.startill.Startill} that runs
 * while the application does. Whatever of its parts the application declares itself is taken
 * instead: a {@code Store}, a {@code Telegram}, a {@code Catalog}, {@code Settings}, an {@code
 * InstantSource}.
 */
@AutoConfiguration(
    afterName = {
      // Spring Boot 4.
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
      // Spring Boot 3.5.
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
      "org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration"
    })
@ConditionalOnBooleanProperty(name = "startill.enabled", matchIfMissing = true)
@EnableConfigurationProperties(StartillProperties.class)
@Import({
  StoreWiring.class,
  LibrariesWiring.class,
  TelegramWiring.class,
  JoinedWiring.class,
  NoticesWiring.class,
  EngineWiring.class,
  UpdatesWiring.class,
  HealthWiring.class
})
public final class StartillAutoConfiguration {
  /**
   * Made by Spring Boot.
   *
   * @throws MisconfiguredException by a Spring Boot that is too old
   */
  public StartillAutoConfiguration() {
    SupportedBoot.check(SpringBootVersion.getVersion());
  }
}
