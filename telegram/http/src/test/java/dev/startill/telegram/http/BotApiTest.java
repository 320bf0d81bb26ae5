package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.party.BotId;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.port.TelegramException;
import dev.startill.testkit.ScriptedBotApi;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotApiTest {
  private static final BotToken TOKEN =
      BotToken.of(" 123456789:AAsecretSECRETsecretSECRETsecretSECR\n");

  private final ScriptedBotApi api = ScriptedBotApi.start();
  private final HttpBot bot = HttpBot.at(api.uri(), TOKEN, HttpSettings.defaults());

  @AfterEach
  void close() {
    bot.close();
    api.close();
  }

  @Test
  void the_bot_knows_itself() {
    api.on(
        "getMe",
        ScriptedBotApi.result(
            "{\"id\":123456789,\"is_bot\":true,\"first_name\":\"Shop\",\"username\":\"shop_bot\"}"));
    assertThat(bot.api().getMe())
        .isEqualTo(new BotApi.Me(new BotId(123456789), "Shop", Optional.of("shop_bot"), false));
    assertThat(api.only("getMe").path()).startsWith("/bot123456789:").endsWith("/getMe");
  }

  @Test
  void a_wrong_token_says_what_to_do() {
    api.on("getMe", ScriptedBotApi.error(401, "Unauthorized"));
    assertThatThrownBy(() -> bot.api().getMe())
        .isInstanceOf(TelegramException.class)
        .hasMessageContaining("Take the current one from @BotFather")
        .hasMessageNotContaining("secret");
  }

  @Test
  void commands_are_registered() {
    bot.api().setMyCommands(List.of(new BotApi.MenuEntry("buy", "Premium \"Guide\"")));
    assertThat(api.only("setMyCommands").parameters())
        .containsEntry(
            "commands", "[{\"command\":\"buy\",\"description\":\"Premium \\\"Guide\\\"\"}]");
  }

  @Test
  void a_webhook_is_set_with_its_secret_and_drops_nothing() {
    bot.api().setWebhook(URI.create("https://shop.example/t"), WebhookSecret.of("s3cret_-"));
    assertThat(api.only("setWebhook").parameters())
        .containsEntry("url", "https://shop.example/t")
        .containsEntry("secret_token", "s3cret_-")
        .containsEntry("max_connections", "100")
        .containsKey("allowed_updates")
        .doesNotContainKey("drop_pending_updates");
    assertThat(bot.api().deleteWebhook()).isInstanceOf(Reply.Done.class);
    assertThat(api.only("deleteWebhook").parameters()).isEmpty();
  }

  @Test
  void a_message_may_have_buttons() {
    var keyboard = List.of(List.of(new BotApi.Button("Guide ⭐ 50", "buy:guide")));
    bot.api().sendMessage(7, "What would you like?", keyboard);
    assertThat(api.only("sendMessage").parameters())
        .containsEntry("chat_id", "7")
        .containsEntry(
            "reply_markup",
            "{\"inline_keyboard\":[[{\"text\":\"Guide ⭐ 50\",\"callback_data\":\"buy:guide\"}]]}");
  }

  @Test
  void a_pressed_button_is_answered() {
    assertThat(bot.api().answerCallbackQuery("99", "")).isInstanceOf(Reply.Done.class);
    assertThat(api.only("answerCallbackQuery").parameters()).doesNotContainKey("text");
  }

  @Test
  void a_token_has_an_id_and_no_text() {
    assertThat(TOKEN.id()).isEqualTo(new BotId(123456789));
    Object token = TOKEN;
    assertThat(token.toString()).doesNotContain("secret");
    assertThat(bot.id()).isEqualTo(new BotId(123456789));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "123", "123:", ":abc", "0:abc", "1:a b", "1:a/b", "-1:abc"})
  void what_is_no_token_is_refused_without_being_quoted(String text) {
    assertThatThrownBy(() -> BotToken.of(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("@BotFather");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x", "x", "http:///x", "https://u:p@x", "http://x?token=1", "http://x#1"})
  void what_is_no_address_is_refused(String text) {
    assertThatThrownBy(() -> Address.of(URI.create(text))).isInstanceOf(SettingsException.class);
  }

  @Test
  void a_secret_opens_to_itself_alone() {
    var secret = WebhookSecret.of("s3cret");
    assertThat(secret.matches("s3cret")).isTrue();
    assertThat(secret.matches("s3cre")).isFalse();
    assertThat(secret.matches("S3cret")).isFalse();
    assertThat(secret.matches("")).isFalse();
    assertThat(secret.matches(null)).isFalse();
    assertThatThrownBy(() -> WebhookSecret.of("with blank")).isInstanceOf(SettingsException.class);
  }
}
