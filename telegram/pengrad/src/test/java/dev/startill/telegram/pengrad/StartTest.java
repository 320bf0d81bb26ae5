package dev.startill.telegram.pengrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.SendMessage;
import dev.startill.Startill;
import dev.startill.party.BuyerId;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.sandbox.Sandbox;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.ScriptedBotApi;
import dev.startill.testkit.client.CrippledLibrary;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bot finds, or misses, when it starts. */
class StartTest {
  private static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";

  private final ScriptedBotApi api = ScriptedBotApi.start();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void calls_go_through_the_bots_own_client_and_its_okhttp() {
    var seen = new ArrayList<String>();
    var okHttp =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(chain.request().url().pathSegments().getLast());
                  return chain.proceed(chain.request());
                })
            .build();
    var client =
        new TelegramBot.Builder(TOKEN).okHttpClient(okHttp).apiUrl(api.uri() + "/bot").build();
    try (var bot = PengradBot.over(client)) {
      assertThat(bot.client()).isSameAs(client);
      assertThat(bot.id().value()).isEqualTo(123456789);
      assertThat(bot.telegram().sendText(new BuyerId(1), "hello")).isInstanceOf(Reply.Done.class);
    }
    assertThat(seen).containsExactly("sendMessage");
    assertThat(okHttp.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void a_client_of_its_own_gives_all_else_the_answers_of_the_library() {
    try (var sandbox = Sandbox.start();
        var bot = PengradBot.at(sandbox.url(), sandbox.token(), HttpSettings.defaults())) {
      var answer = bot.client().execute(new SendMessage(4711L, "hello"));

      assertThat(answer.isOk()).isFalse();
      assertThat(answer.description()).contains("chat not found");
    }
  }

  @Test
  void a_token_of_another_form_is_refused_and_not_quoted() {
    assertThatThrownBy(() -> PengradBot.over(new TelegramBot("no-token")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("@BotFather")
        .hasMessageNotContaining("no-token");
  }

  @Test
  void a_bot_whose_webhook_is_elsewhere_begins_neither_polling() {
    api.on("getWebhookInfo", ScriptedBotApi.result("{\"url\":\"https://old.example/s3cret\"}"));
    var store = new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
    try (var bot = PengradBot.over(client());
        var startill = Startill.over(store, bot.telegram()).build()) {
      assertThatThrownBy(() -> bot.poll(startill, update -> {}))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("old.example")
          .hasMessageContaining("deleteWebhook")
          .hasMessageNotContaining("s3cret");
      assertThatThrownBy(() -> bot.listener(startill, update -> {}))
          .isInstanceOf(SettingsException.class);
    }
    assertThat(api.calls("getUpdates")).isEmpty();
  }

  @Test
  void kinds_that_hide_payments_from_the_librarys_own_poller_are_warned_of() {
    var store = new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
    try (var log = RecordedLog.ofEverything();
        var bot = PengradBot.over(client());
        var startill = Startill.over(store, bot.telegram()).build()) {
      allowing("message", "callback_query");
      bot.listener(startill, update -> {}).close();
      assertThat(warnings(log)).singleElement().asString().contains("no pre_checkout_query");
      allowing("pre_checkout_query");
      bot.listener(startill, update -> {}).close();
      assertThat(warnings(log)).hasSize(2).last().asString().contains("no message");
      allowing("message", "pre_checkout_query");
      bot.listener(startill, update -> {}).close();
      assertThat(warnings(log)).hasSize(2);
    }
  }

  private void allowing(String... kinds) {
    api.on(
        "getWebhookInfo",
        ScriptedBotApi.result(
            "{\"url\":\"\",\"allowed_updates\":[\"%s\"]}".formatted(String.join("\",\"", kinds))));
  }

  private static List<String> warnings(RecordedLog log) {
    return log.lines().stream().filter(line -> line.contains("allowed_updates")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.pengrad.telegrambot.response.StringResponse",
        "com.pengrad.telegrambot.TelegramBot$Builder"
      })
  void another_version_of_the_library_is_named_with_the_one_to_take(String missing)
      throws Exception {
    var loader =
        new CrippledLibrary(
            "dev.startill.telegram.pengrad", "com.pengrad.telegrambot", Set.of(missing));
    var at =
        loader
            .loadClass("dev.startill.telegram.pengrad.PengradBot")
            .getMethod("at", URI.class, String.class, HttpSettings.class);
    assertThatThrownBy(() -> at.invoke(null, api.uri(), TOKEN, HttpSettings.defaults()))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("com.github.pengrad:java-telegram-bot-api 10.1,")
        .hasMessageContaining(missing.substring(missing.lastIndexOf('.') + 1));
  }

  private TelegramBot client() {
    return new TelegramBot.Builder(TOKEN).apiUrl(api.uri() + "/bot").build();
  }
}
