package dev.startill.spring;

import com.pengrad.telegrambot.TelegramBot;
import dev.startill.port.Telegram;
import dev.startill.telegram.pengrad.PengradBot;
import dev.startill.telegram.telegrambots.TelegramBotsBot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Telegram over the client of a bot library, where the application has the client as a bean and our
 * adapter on its class path: payments go over its proxies and its base URL.
 */
@Configuration(proxyBeanMethods = false)
final class LibrariesWiring {
  /** That of pengrad, which knows its token. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({PengradBot.class, TelegramBot.class})
  @ConditionalOnSingleCandidate(TelegramBot.class)
  @ConditionalOnMissingBean(Telegram.class)
  static final class OverPengrad {
    @Bean
    PengradBot startillPengradBot(TelegramBot client, StartillProperties properties) {
      return PengradBot.over(client, TelegramWiring.settings(properties));
    }

    @Bean
    Telegram startillTelegram(PengradBot bot) {
      return bot.telegram();
    }
  }

  /** That of TelegramBots, which does not tell its token. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({TelegramBotsBot.class, TelegramClient.class})
  @ConditionalOnSingleCandidate(TelegramClient.class)
  @ConditionalOnMissingBean(Telegram.class)
  static final class OverTelegramBots {
    @Bean
    TelegramBotsBot startillTelegramBotsBot(TelegramClient client, StartillProperties properties) {
      return TelegramBotsBot.over(
          client, TelegramWiring.token(properties), TelegramWiring.settings(properties));
    }

    @Bean
    Telegram startillTelegram(TelegramBotsBot bot) {
      return bot.telegram();
    }
  }
}
