package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.startill.sandbox.Sandbox;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What Telegram answers to who tells it of a webhook, and what is told of that to people. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class WebhookLifecycleTest {
  private static final URI URL = URI.create("http://127.0.0.1:1/nobody-knows-this-path");

  private Sandbox telegram;
  private HttpBot bot;
  private WebhookLifecycle webhook;

  @BeforeEach
  void open() {
    telegram = Sandbox.builder().local(true).start();
    bot = HttpBot.at(telegram.url(), BotToken.of(telegram.token()), HttpSettings.defaults());
    var place = new WebhookPlace(URL, URL.getPath(), WebhookSecret.of("secret"));
    webhook = new WebhookLifecycle(bot.api(), place, Duration.ofMillis(20));
  }

  @AfterEach
  void close() {
    webhook.stop();
    bot.close();
    telegram.close();
  }

  @Test
  void before_telegram_was_told_no_updates_come() {
    assertThat(webhook.trouble()).isPresent();

    webhook.start();

    assertThat(webhook.trouble()).isEmpty();
    assertThat(bot.api().webhookInfo().url()).isEqualTo(URL.toString());
  }

  @Test
  void a_refusal_ends_the_start() {
    telegram.fail("setWebhook").before().withError(400, "Bad Request: bad webhook").always();

    var told = Analyzed.of(catchThrowable(webhook::start)).says("to 127.0.0.1: 400 Bad Request");

    assertThat(told.advises("webhook.url").what()).doesNotContain(URL.getPath());
    assertThat(webhook.isRunning()).isFalse();
    assertThat(webhook.trouble()).isPresent();
  }

  @Test
  void a_later_refusal_is_trouble_for_as_long_as_it_lasts_and_no_word_tells_the_path(
      CapturedOutput output) {
    telegram.fail("setWebhook").before().withError(500, "Internal Server Error").once();
    telegram.fail("setWebhook").before().withError(403, "Forbidden").once();
    telegram.fail("setWebhook").before().withError(429).once();
    telegram.fail("setWebhook").before().withError(400, "Bad Request: bad webhook").always();

    webhook.start();

    await().until(() -> webhook.trouble().orElse("").contains("400 Bad Request"));
    await().until(() -> telegram.calls("setWebhook").size() > 5);
    assertThat(webhook.trouble().orElse("")).doesNotContain(URL.getPath());

    telegram.heal();
    await().until(() -> webhook.trouble().isEmpty());
    await().until(() -> output.getAll().contains("brings updates to 127.0.0.1 from now on"));
    assertThat(output.getAll()).doesNotContain(URL.getPath());
    assertThat(output.getAll().split("400 Bad Request", -1)).hasSize(2);
  }

  @Test
  void no_text_form_tells_the_path_or_the_secret() {
    var said = new StartillProperties.Webhook(URL, URL.getPath(), "hidden");
    var place = new WebhookPlace(URL, URL.getPath(), WebhookSecret.of("hidden"));

    assertThat(said + " " + place)
        .contains("127.0.0.1")
        .doesNotContain(URL.getPath())
        .doesNotContain("hidden");
    assertThat(new StartillProperties.Webhook(null, URL.getPath(), null).toString())
        .doesNotContain(URL.getPath());
  }
}
