package dev.startill.spring;

import dev.startill.Setup;
import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Product;
import dev.startill.port.Fulfilment;
import dev.startill.port.Telegram;
import dev.startill.settings.Reconciling;
import dev.startill.settings.Settings;
import dev.startill.spring.StartillProperties.Updates;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The engine, and what it is made of. */
@Configuration(proxyBeanMethods = false)
final class EngineWiring {
  private static final Logger log = LoggerFactory.getLogger(EngineWiring.class);
  private static final String CATALOG = "startillCatalog";

  @Bean
  @ConditionalOnMissingBean
  Settings startillSettings(StartillProperties properties) {
    var every = properties.reconcile().every();
    var settings = Settings.defaults().reconciling(Reconciling.defaults().every(every));
    return properties.soleOwner() ? settings.asSoleOwner() : settings;
  }

  @Bean
  Offers startillOffers(StartillProperties properties, ListableBeanFactory beans) {
    var offers = new Offers(properties.products());
    if (!offers.products().isEmpty()) {
      refuseBesideACatalog(beans);
    }
    if (properties.telegram().updates() == Updates.NONE && !offers.commands().isEmpty()) {
      log.warn(
          "Nobody answers {}: with startill.telegram.updates=none commands are the application's.",
          offers.commands().keySet());
    }
    return offers;
  }

  @Bean(CATALOG)
  @ConditionalOnMissingBean
  Catalog startillCatalog(Offers offers, ObjectProvider<Product> beans) {
    var products = Stream.concat(offers.products().stream(), beans.orderedStream()).toList();
    if (products.isEmpty()) {
      throw new MisconfiguredException(
          "Nothing is on sale.",
          "Write products under startill.products, or declare beans of type"
              + " dev.startill.catalog.Product, or one of type dev.startill.catalog.Catalog.");
    }
    try {
      return Catalog.of(products);
    } catch (IllegalArgumentException e) {
      throw new MisconfiguredException(
          "The catalogue is wrong: " + e.getMessage(),
          "Look into startill.products and at the beans of type Product.");
    }
  }

  /** Its commands would sell, and its codes fill, what is not in that catalogue. */
  private static void refuseBesideACatalog(ListableBeanFactory beans) {
    for (var name : beans.getBeanNamesForType(Catalog.class)) {
      if (!name.equals(CATALOG)) {
        throw new MisconfiguredException(
            "There are two catalogues: startill.products, and the application's bean '%s' of type"
                    .formatted(name)
                + " Catalog.",
            "Take one away. Beans of type dev.startill.catalog.Product are added to"
                + " startill.products.");
      }
    }
  }

  @Bean
  ChosenStore startillChosenStore(ListableBeanFactory beans, StartillProperties properties) {
    return ChosenStore.from(beans, properties.store().url());
  }

  @Bean
  Duties startillDuties(ChosenStore chosen) {
    return chosen.isShared() ? Duties.shared(chosen.store()) : Duties.ALONE;
  }

  @Bean
  TokenCheck startillTokenCheck(Telegram telegram) {
    return new TokenCheck(telegram);
  }

  @Bean
  Handlers startillHandlers(ListableBeanFactory beans, Catalog catalog) {
    var names = Set.of(beans.getBeanNamesForType(Fulfilment.class));
    return new Handlers(names, name -> beans.getBean(name, Fulfilment.class)).serving(catalog);
  }

  /** Its life cycle ends it, before any bean is gone. */
  @Bean(destroyMethod = "")
  @ConditionalOnMissingBean
  Startill startill(
      Setup setup, Handlers handlers, ObjectProvider<Joining> joining, Catalog catalog) {
    setup.selling(catalog).fulfilling(handlers.together());
    if (!handlers.isEmpty()) {
      joining.stream()
          .flatMap(way -> way.joined(handlers.together()).stream())
          .forEach(joined -> setup.fulfilling(joined));
    }
    return setup.build();
  }

  @Bean
  @Scope(BeanDefinition.SCOPE_PROTOTYPE)
  Setup startillSetup(
      ChosenStore chosen,
      Telegram telegram,
      Settings settings,
      ObjectProvider<InstantSource> clock,
      Duties duties,
      ObjectProvider<NoticeListener> listeners) {
    var setup =
        Startill.over(chosen.store(), telegram)
            .settings(settings)
            .clock(clock.getIfUnique(InstantSource::system))
            .watching(duties.roundsTurn());
    listeners.orderedStream().forEach(setup::listening);
    return setup;
  }

  @Bean
  Inspection startillInspection(
      Catalog catalog,
      ChosenStore chosen,
      Settings settings,
      ObjectProvider<InstantSource> clock,
      StartillProperties properties) {
    return new Inspection(
        catalog,
        chosen.store(),
        settings,
        clock.getIfUnique(InstantSource::system),
        properties.store().requireDurable());
  }

  @Bean
  EngineLifecycle startillEngineLifecycle(
      Startill startill, Offers offers, Duties duties, TokenCheck check, Inspection inspection) {
    return new EngineLifecycle(
        startill,
        duties,
        () -> {
          check.await();
          offers.stock(startill, inspection.store().books());
          inspection.requireHealthy();
        });
  }
}
