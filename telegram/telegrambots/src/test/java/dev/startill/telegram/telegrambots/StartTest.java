package dev.startill.telegram.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.Startill;
import dev.startill.party.BuyerId;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.ScriptedBotApi;
import dev.startill.testkit.client.CrippledLibrary;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/** What a bot finds, or misses, when it starts. */
class StartTest {
  private static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";

  private final ScriptedBotApi api = ScriptedBotApi.start();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void calls_go_through_the_bots_own_okhttp() {
    var seen = new ConcurrentLinkedQueue<String>();
    var okHttp =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(String.join("/", chain.request().url().pathSegments().subList(1, 2)));
                  return chain.proceed(chain.request());
                })
            .build();
    try (var bot = TelegramBotsBot.over(okHttp, url(), TOKEN, HttpSettings.defaults())) {
      assertThat(bot.id().value()).isEqualTo(123456789);
      assertThat(bot.telegram().sendText(new BuyerId(1), "hello")).isInstanceOf(Reply.Done.class);
    }
    try (var bot = TelegramBotsBot.over(new OkHttpTelegramClient(okHttp, TOKEN, url()), TOKEN)) {
      assertThat(bot.telegram().sendText(new BuyerId(2), "hello")).isInstanceOf(Reply.Done.class);
    }
    assertThat(seen).containsExactly("sendMessage", "sendMessage");
    assertThat(okHttp.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void the_bots_own_interceptors_see_a_refusal_as_it_is() {
    api.on("sendMessage", ScriptedBotApi.error(400, "Bad Request: chat not found"));
    var seen = new ConcurrentLinkedQueue<Integer>();
    var okHttp =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  var response = chain.proceed(chain.request());
                  seen.add(response.code());
                  return response;
                })
            .build();
    try (var bot = TelegramBotsBot.over(okHttp, url(), TOKEN, HttpSettings.defaults())) {
      assertThat(bot.telegram().sendText(new BuyerId(1), "hello"))
          .isEqualTo(new Reply.Refused(400, "Bad Request: chat not found"));
    }
    assertThat(seen).containsExactly(400);
  }

  @Test
  void a_token_of_another_form_is_refused_and_not_quoted() {
    var client = new OkHttpTelegramClient("no-token");
    assertThatThrownBy(() -> TelegramBotsBot.over(client, "no-token"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("@BotFather")
        .hasMessageNotContaining("no-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://proxy.example/telegram", "api.telegram.org", "/x"})
  void an_address_that_the_library_cannot_reach_is_refused(String address) {
    assertThatThrownBy(
            () -> TelegramBotsBot.at(URI.create(address), TOKEN, HttpSettings.defaults()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("https://api.telegram.org");
  }

  @Test
  void a_bot_whose_webhook_is_elsewhere_begins_neither_polling_and_keeps_it() {
    api.on("getWebhookInfo", ScriptedBotApi.result("{\"url\":\"https://old.example/s3cret\"}"));
    var store = new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
    var client = new OkHttpTelegramClient(TOKEN, url());
    try (var bot = TelegramBotsBot.over(client, TOKEN);
        var startill = Startill.over(store, bot.telegram()).build()) {
      assertThatThrownBy(() -> bot.poll(startill, update -> {}))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("old.example")
          .hasMessageContaining("deleteWebhook")
          .hasMessageNotContaining("s3cret");
      assertThatThrownBy(() -> new CommittingConsumer(bot, startill, update -> {}))
          .isInstanceOf(SettingsException.class);
    }
    assertThat(api.calls("getUpdates")).isEmpty();
    assertThat(api.calls("deleteWebhook")).isEmpty();
  }

  @Test
  void connections_of_its_own_end_with_the_bot_and_others_stay() {
    var own = new OkHttpClient();
    try (var bot = TelegramBotsBot.overOwn(own, url(), TOKEN, HttpSettings.defaults())) {
      assertThat(bot.telegram().sendText(new BuyerId(1), "hello")).isInstanceOf(Reply.Done.class);
      assertThat(own.connectionPool().connectionCount()).isOne();
    }
    assertThat(own.connectionPool().connectionCount()).isZero();
    var theirs = new OkHttpClient();
    try (var bot = TelegramBotsBot.over(theirs, url(), TOKEN, HttpSettings.defaults())) {
      assertThat(bot.telegram().sendText(new BuyerId(1), "hello")).isInstanceOf(Reply.Done.class);
    }
    assertThat(theirs.connectionPool().connectionCount()).isOne();
  }

  @Test
  void kinds_that_hide_payments_from_the_librarys_own_poller_are_warned_of() {
    var store = new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
    try (var log = RecordedLog.ofEverything();
        var bot = TelegramBotsBot.over(new OkHttpTelegramClient(TOKEN, url()), TOKEN);
        var startill = Startill.over(store, bot.telegram()).build()) {
      allowing("message", "callback_query");
      new CommittingConsumer(bot, startill, update -> {}).close();
      assertThat(warnings(log)).singleElement().asString().contains("no pre_checkout_query");
      allowing("pre_checkout_query");
      new CommittingConsumer(bot, startill, update -> {}).close();
      assertThat(warnings(log)).hasSize(2).last().asString().contains("no message");
      allowing("message", "pre_checkout_query");
      new CommittingConsumer(bot, startill, update -> {}).close();
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
        "org.telegram.telegrambots.meta.api.objects.payments.RefundedPayment",
        "org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient",
        "okhttp3.Dispatcher"
      })
  void another_version_of_the_library_is_named_with_the_one_to_take(String missing)
      throws Exception {
    var loader =
        new CrippledLibrary(
            "dev.startill.telegram.telegrambots", "org.telegram.telegrambots", Set.of(missing));
    var at =
        loader
            .loadClass("dev.startill.telegram.telegrambots.TelegramBotsBot")
            .getMethod("at", URI.class, String.class, HttpSettings.class);
    assertThatThrownBy(() -> at.invoke(null, api.uri(), TOKEN, HttpSettings.defaults()))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("org.telegram:telegrambots-client 10")
        .hasMessageContaining(missing.substring(missing.lastIndexOf('.') + 1));
  }

  private TelegramUrl url() {
    return new TelegramUrl("http", api.uri().getHost(), api.uri().getPort(), false);
  }
}
