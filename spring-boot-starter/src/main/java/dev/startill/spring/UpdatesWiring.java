package dev.startill.spring;

import dev.startill.Startill;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.UpdateHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** How updates come, where the application does not bring them itself. */
@Configuration(proxyBeanMethods = false)
final class UpdatesWiring {
  private static final String UPDATES = "startill.telegram.updates";

  @Bean
  Reception startillReception(
      Startill startill, Offers offers, ObjectProvider<UpdateHandler> others) {
    return new Reception(startill, offers, others.getIfAvailable(() -> incoming -> {}));
  }

  /** Startill asks for them. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = UPDATES, havingValue = "polling")
  static final class ByPolling {
    @Bean
    PollingLifecycle startillPolling(HttpBot bot, Reception reception, Duties duties) {
      return new PollingLifecycle(bot, reception, duties);
    }
  }

  /** Telegram brings them. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = UPDATES, havingValue = "webhook")
  @Conditional(WithMvc.class)
  static final class ByWebhook {
    @Bean
    WebhookPlace startillWebhookPlace(StartillProperties properties) {
      return WebhookPlace.of(properties.telegram());
    }

    @Bean
    RouterFunction<ServerResponse> startillWebhookRoute(WebhookPlace place, Reception reception) {
      var door = new WebhookDoor(place.secret(), reception);
      return RouterFunctions.route().POST(place.path(), door).build();
    }

    @Bean
    WebhookLifecycle startillWebhook(HttpBot bot, WebhookPlace place) {
      return new WebhookLifecycle(bot.api(), place);
    }
  }

  /** A webhook without anything that could serve it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = UPDATES, havingValue = "webhook")
  @Conditional(WithoutMvc.class)
  static final class ByNobody {
    @Bean
    @SuppressWarnings("DoNotCallSuggester") // Spring calls it.
    WebhookPlace startillWebhookPlace() {
      throw new MisconfiguredException(
          "startill.telegram.updates is webhook, but this is no web application of Spring MVC.",
          "Add org.springframework.boot:spring-boot-starter-webmvc; or set it to none, and hand"
              + " each update to Startill.handle.");
    }
  }

  /** A web application of Spring MVC. */
  static final class WithMvc extends AllNestedConditions {
    WithMvc() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnClass(name = "org.springframework.web.servlet.function.RouterFunction")
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static final class Mvc {}
  }

  /** Any other. */
  static final class WithoutMvc extends NoneNestedConditions {
    WithoutMvc() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @Conditional(WithMvc.class)
    static final class Mvc {}
  }
}
