package dev.startill.spring;

import dev.startill.party.BotId;
import dev.startill.port.Telegram;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.StringUtils;

/** Which bot, and the way to Telegram, unless the application has one of its own. */
@Configuration(proxyBeanMethods = false)
final class TelegramWiring {
  @Bean
  @ConditionalOnMissingBean
  BotId startillBotId(StartillProperties properties, ObjectProvider<Telegram> telegram) {
    return StringUtils.hasText(properties.telegram().token())
        ? BotToken.of(token(properties)).id()
        : telegram.stream()
            .flatMap(way -> way.bot().stream())
            .findFirst()
            .orElseGet(() -> BotToken.of(token(properties)).id());
  }

  /** Made where it is needed: for payments, for updates, or for what else a bot says. */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  HttpBot startillHttpBot(StartillProperties properties) {
    return HttpBot.at(
        properties.telegram().apiUrl(), BotToken.of(token(properties)), settings(properties));
  }

  static HttpSettings settings(StartillProperties properties) {
    var limits = properties.telegram().limits();
    return HttpSettings.defaults().withLimits(limits.perSecond(), limits.perChatPerSecond());
  }

  /**
   * The bot's token.
   *
   * @throws MisconfiguredException if there is none
   */
  static String token(StartillProperties properties) {
    var token = properties.telegram().token();
    if (!StringUtils.hasText(token)) {
      throw new MisconfiguredException(
          "Startill does not know your bot: startill.telegram.token is not set.",
          "Get a token from @BotFather and set startill.telegram.token, for instance to"
              + " ${BOT_TOKEN}. If this application sells nothing, set startill.enabled to false.");
    }
    return token;
  }

  /** A way to Telegram over HTTP. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(Telegram.class)
  static final class OverHttp {
    @Bean
    Telegram startillTelegram(HttpBot bot) {
      return bot.telegram();
    }
  }
}
