package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.TelegramException;
import dev.startill.testkit.ScriptedBotApi;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookInfoTest {
  private static final BotToken TOKEN = BotToken.of("123456789:AAsecretSECRETsecretSECRET");

  private final ScriptedBotApi api = ScriptedBotApi.start();
  private final HttpBot bot = HttpBot.at(api.uri(), TOKEN, HttpSettings.defaults());

  @AfterEach
  void close() {
    bot.close();
    api.close();
  }

  @Test
  void all_that_a_doctor_asks_for_is_read() {
    answers(
        """
        {"url":"https://shop.example/t","has_custom_certificate":false,"pending_update_count":7,
        "last_error_date":1700000000,"last_error_message":"Connection refused",
        "allowed_updates":["message","callback_query"],"something_new":{"a":[1]}}""");
    var info = bot.api().webhookInfo();
    assertThat(info.url()).isEqualTo("https://shop.example/t");
    assertThat(info.pending()).isEqualTo(7);
    assertThat(info.lastError()).hasValue(Instant.ofEpochSecond(1_700_000_000));
    assertThat(info.lastErrorWords()).isEqualTo("Connection refused");
    assertThat(info.allowed()).isEqualTo(List.of("message", "callback_query"));
    assertThat(info.brings("pre_checkout_query")).isFalse();
  }

  @Test
  void where_no_kinds_are_named_all_that_matter_come() {
    answers("{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}");
    var info = bot.api().webhookInfo();
    assertThat(info.lastError()).isEmpty();
    assertThat(info.brings("pre_checkout_query")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[]", "null", "7"})
  void what_is_none_is_told(String result) {
    answers(result);
    assertThatThrownBy(() -> bot.api().webhookInfo())
        .isInstanceOf(TelegramException.class)
        .hasMessageContaining("does not know");
  }

  @Test
  void what_telegram_refuses_is_told_in_its_words() {
    api.on("getWebhookInfo", ScriptedBotApi.error(401, "Unauthorized"));
    assertThatThrownBy(() -> bot.api().webhookInfo())
        .isInstanceOf(TelegramException.class)
        .hasMessageContaining("how updates come")
        .hasMessageContaining("@BotFather");
  }

  private void answers(String result) {
    api.on("getWebhookInfo", ScriptedBotApi.result(result.replace("\n", "")));
  }
}
