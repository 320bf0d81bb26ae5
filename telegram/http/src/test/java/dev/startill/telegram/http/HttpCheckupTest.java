package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.Checkup;
import dev.startill.port.Checkup.Asking;
import dev.startill.port.TelegramException;
import dev.startill.testkit.ScriptedBotApi;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract does not ask: odd forms, and our own polling. */
class HttpCheckupTest {
  private static final BotToken TOKEN = BotToken.of("123456789:AAsecretSECRETsecretSECRET");
  private static final PollingSettings POLLING =
      PollingSettings.defaults().withTimeout(Duration.ofSeconds(1));

  private final ScriptedBotApi api = ScriptedBotApi.start();
  private final HttpBot bot = HttpBot.at(api.uri(), TOKEN, HttpSettings.defaults());
  private final Checkup checkup = bot.telegram().checkup().orElseThrow();

  @AfterEach
  void close() {
    bot.close();
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[]", "null", "7", "{\"pending_update_count\":1e99999}"})
  void what_is_no_webhook_info_is_told(String result) {
    api.on("getWebhookInfo", ScriptedBotApi.result(result));
    if (result.startsWith("{")) {
      assertThat(checkup.route().pending()).isZero();
    } else {
      assertThatThrownBy(checkup::route)
          .isInstanceOf(TelegramException.class)
          .hasMessageContaining("another form");
    }
  }

  @Test
  void fields_that_are_new_are_passed_over() {
    api.on(
        "getWebhookInfo",
        ScriptedBotApi.result(
            "{\"new\":{\"url\":[1]},\"url\":\"https://x\",\"more\":[{\"a\":1}],\"max\":true}"));
    assertThat(checkup.route().url()).isEqualTo("https://x");
    assertThat(checkup.route().hasCertificate()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 253_402_300_800L})
  void an_error_at_an_absurd_time_is_none(long time) {
    api.on(
        "getWebhookInfo",
        ScriptedBotApi.result(
            "{\"last_error_date\":%d,\"pending_update_count\":7}".formatted(time)));
    assertThat(checkup.route().lastError()).isEmpty();
    assertThat(checkup.route().pending()).isEqualTo(7);
  }

  @Test
  void a_kind_that_is_no_text_hides_neither_the_others_nor_what_follows() {
    api.on(
        "getWebhookInfo",
        ScriptedBotApi.result(
            "{\"allowed_updates\":[\"message\",null,{\"a\":[1]},\"pre_checkout_query\"],"
                + "\"pending_update_count\":7}"));
    assertThat(checkup.route().allowed()).containsExactly("message", "pre_checkout_query");
    assertThat(checkup.route().pending()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "{}", "7"})
  void what_is_no_list_of_commands_is_told(String result) {
    api.on("getMyCommands", ScriptedBotApi.result(result));
    assertThatThrownBy(checkup::commands).isInstanceOf(TelegramException.class);
  }

  @Test
  void the_place_is_told_and_telegrams_clock_is_read_from_the_head() {
    api.on("getMe", ScriptedBotApi.result("{\"id\":123456789,\"first_name\":\"Shop\"}"));
    assertThat(checkup.place()).isEqualTo("127.0.0.1:" + api.uri().getPort());
    var told = checkup.identity().toldAt().orElseThrow();
    assertThat(Duration.between(told, Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void our_own_polling_tells_what_it_meets_until_it_is_closed() {
    api.on("getUpdates", ScriptedBotApi.result("[]"));
    try (var polling = bot.poll(POLLING, update -> {})) {
      assertThat(checkup.asking()).isEqualTo(new Asking.Undisturbed());
      api.on("getUpdates", ScriptedBotApi.error(409, "Conflict: terminated by other getUpdates"));
      PollingCase.eventually(() -> polling.trouble().isPresent());
      assertThat(checkup.asking())
          .isInstanceOfSatisfying(
              Asking.Disturbed.class, ill -> assertThat(ill.why()).contains("polled elsewhere"));
    }
    assertThat(checkup.asking()).isEqualTo(new Asking.NotHere());
  }
}
