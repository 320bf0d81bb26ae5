package dev.startill.spring;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.party.BotId;
import dev.startill.port.Store;
import dev.startill.port.Telegram;
import dev.startill.settings.Settings;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.RecordingTelegram;
import java.time.InstantSource;
import java.util.Random;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applications to begin tests with. Stateless. */
final class Application {
  /** A token as @BotFather gives them; no bot has it. */
  static final String TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  static final String[] A_GUIDE = {
    "startill.products[0].id=guide",
    "startill.products[0].title=Guide",
    "startill.products[0].description=A guide.",
    "startill.products[0].stars=50",
    "startill.products[0].deliver.text=Here it is."
  };

  private Application() {}

  /** One that says nothing of Startill. */
  static ApplicationContextRunner silent() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(StartillAutoConfiguration.class));
  }

  /** One with a bot, a store and a guide to sell, none of which lead anywhere. */
  static ApplicationContextRunner complete() {
    return silent()
        .withUserConfiguration(Elsewhere.class, InMemory.class)
        .withPropertyValues("startill.telegram.token=" + TOKEN)
        .withPropertyValues(A_GUIDE);
  }

  static Product course() {
    return new Product(
        new ProductId("course"),
        "Course",
        "A course.",
        new Stars(100),
        new Delivery.Handler("courses"));
  }

  /** A Telegram that only writes down what it is asked. */
  @Configuration(proxyBeanMethods = false)
  static class Elsewhere {
    @Bean
    Telegram telegram() {
      return new RecordingTelegram();
    }
  }

  /** A store that is gone with its process. */
  @Configuration(proxyBeanMethods = false)
  static class InMemory {
    @Bean
    Store store() {
      return new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
    }
  }

  /** The bot of {@link #TOKEN}. */
  static final BotId BOT = new BotId(42);
}
