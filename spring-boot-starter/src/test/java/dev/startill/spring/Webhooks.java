package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Reply;
import dev.startill.sandbox.testing.Telegram;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.WebhookSecret;
import java.net.URI;

/** A webhook that somebody else set. Stateless. */
final class Webhooks {
  private Webhooks() {}

  static void set(Telegram telegram, String token, String url) {
    try (var bot = HttpBot.at(telegram.url(), BotToken.of(token), HttpSettings.defaults())) {
      assertThat(bot.api().setWebhook(URI.create(url), WebhookSecret.of("somebody_elses")))
          .isInstanceOf(Reply.Done.class);
    }
  }
}
