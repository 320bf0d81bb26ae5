package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import dev.startill.party.BotId;
import dev.startill.port.Telegram;
import dev.startill.sandbox.Sandbox;
import dev.startill.telegram.pengrad.PengradBot;
import dev.startill.telegram.telegrambots.TelegramBotsBot;
import dev.startill.testkit.RecordingTelegram;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Applications whose bot is built on a library: payments go over the client that it has. */
class LibrariesTest {
  private final ApplicationContextRunner shop =
      Application.silent()
          .withUserConfiguration(Application.InMemory.class)
          .withPropertyValues(Application.A_GUIDE);

  @Test
  void pengrads_client_brings_its_token_and_its_address() {
    try (var telegram = Sandbox.start()) {
      var client =
          new TelegramBot.Builder(Application.TOKEN).apiUrl(telegram.url() + "/bot").build();
      shop.withBean(TelegramBot.class, () -> client)
          .run(
              context -> {
                assertThat(context).hasNotFailed().hasSingleBean(PengradBot.class);
                assertThat(context.getBean(BotId.class)).isEqualTo(Application.BOT);
                assertThat(context.getBean(Telegram.class).balance()).isZero();
                assertThat(telegram.calls("getMyStarBalance")).isNotEmpty();
              });
    }
  }

  @Test
  void the_client_of_telegrambots_needs_the_token_as_well() {
    shop.withBean(TelegramClient.class, LibrariesTest::client)
        .run(context -> Analyzed.of(context).says("startill.telegram.token"));
    shop.withBean(TelegramClient.class, LibrariesTest::client)
        .withPropertyValues("startill.telegram.token=" + Application.TOKEN)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(TelegramBotsBot.class);
              assertThat(context.getBean(BotId.class)).isEqualTo(Application.BOT);
            });
  }

  @Test
  void without_our_adapter_the_client_stays_the_applications() {
    shop.withBean(TelegramClient.class, LibrariesTest::client)
        .withPropertyValues(
            "startill.telegram.token=" + Application.TOKEN,
            "startill.telegram.api-url=http://127.0.0.1:1")
        .withClassLoader(new FilteredClassLoader(TelegramBotsBot.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Telegram.class));
  }

  @Test
  void a_telegram_of_the_applications_own_comes_before_any_client() {
    Application.complete()
        .withBean(TelegramClient.class, LibrariesTest::client)
        .run(
            context ->
                assertThat(context.getBean(Telegram.class)).isInstanceOf(RecordingTelegram.class));
  }

  /** One that cannot do anything. */
  @SuppressWarnings("ReferenceEquality") // It is the equality of an object that has no other.
  private static TelegramClient client() {
    return (TelegramClient)
        Proxy.newProxyInstance(
            TelegramClient.class.getClassLoader(),
            new Class<?>[] {TelegramClient.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
