package dev.startill.telegram.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.ScriptedBotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bot over whatever carries its calls. */
class CarriedBotTest {
  private static final String TOKEN = PollingCase.TOKEN;
  private static final String HELLO =
      """
      {"update_id":7,"message":{"message_id":42,"date":1,"text":"h\\u00e9 }{","new":[{}],
       "from":{"id":777,"is_bot":false},"chat":{"id":777,"type":"private"}}}""";

  private final ScriptedBotApi api = ScriptedBotApi.start();
  private final HttpBot bot =
      HttpBot.at(api.uri(), BotToken.of(TOKEN), HttpSettings.defaults().withLimits(0, 0));

  @AfterEach
  void close() {
    bot.close();
    api.close();
  }

  @Test
  void whatever_a_client_says_the_token_is_masked() {
    var talkative =
        HttpBot.over(
            new Talkative("no route to https://api.telegram.org/bot" + TOKEN + "/sendMessage"),
            BotToken.of(TOKEN),
            HttpSettings.defaults());
    assertThat(talkative.telegram().sendText(new BuyerId(1), "hello"))
        .isInstanceOfSatisfying(
            Reply.Unsent.class,
            unsent -> assertThat(unsent.why()).contains("<token>").doesNotContain("secret"));
  }

  @Test
  void a_bot_that_takes_more_than_payments_gets_whole_updates() throws Exception {
    var queue = new QueueOfUpdates();
    api.on("getUpdates", queue);
    queue.add(HELLO);
    var whole = new LinkedBlockingQueue<String>();
    try (var polling =
        bot.pollAll(
            PollingCase.QUICK,
            List.of("inline_query"),
            (incoming, json) -> whole.add(new String(json, UTF_8)))) {
      assertThat(whole.poll(10, TimeUnit.SECONDS)).isEqualTo(HELLO);
      assertThat(polling.trouble()).isEmpty();
    }
    assertThat(api.calls("getUpdates").get(0).parameters().get("allowed_updates"))
        .contains("inline_query", "pre_checkout_query", "\"message\"");
  }

  @Test
  void a_bot_whose_updates_go_elsewhere_is_told_at_its_start_and_not_where_the_secret_is() {
    api.on(
        "getWebhookInfo",
        ScriptedBotApi.result(
            "{\"url\":\"https://old.example/hook/s3cret\",\"allowed_updates\":[]}"));
    assertThatThrownBy(bot::requirePollable)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("old.example")
        .hasMessageContaining("deleteWebhook")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void a_token_that_telegram_does_not_know_is_told_at_the_start() {
    api.on("getWebhookInfo", ScriptedBotApi.error(401, "Unauthorized"));
    assertThatThrownBy(bot::requirePollable)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("@BotFather");
  }

  @Test
  void a_telegram_that_is_out_of_reach_keeps_no_bot_from_starting() {
    api.on("getWebhookInfo", ScriptedBotApi.error(502, "Bad Gateway"));
    assertThatCode(bot::requirePollable).doesNotThrowAnyException();
  }

  @Test
  void what_payments_take_is_not_even_read_by_the_library() {
    var read = new ArrayList<String>();
    var first =
        new PaymentsFirst<String>(Update.Other.class::isInstance, read::add)
            .reading(json -> new String(json, UTF_8));
    first.handle(
        new Incoming.Understood(1, new Update.Other(), new Incoming.Silence()), new byte[] {65});
    first.handle(
        new Incoming.Understood(2, new Update.Spoke(new BuyerId(5)), new Incoming.Silence()),
        new byte[] {66});
    assertThat(read).containsExactly("B");
  }

  @Test
  void what_payments_cannot_read_is_told_once_and_goes_to_others_if_their_library_reads_it() {
    var read = new ArrayList<String>();
    var first =
        new PaymentsFirst<String>(
            update -> {
              throw new IllegalStateException("nothing to payments");
            },
            read::add);
    var unreadable = new Incoming.Unreadable(OptionalLong.of(7), "date is missing", false);
    try (var log = RecordedLog.ofEverything()) {
      var whole = first.reading(CarriedBotTest::letters);
      whole.handle(unreadable, new byte[] {65});
      assertThat(log.lines()).hasSize(1).first().asString().contains("WARNING", "Update 7");
      whole.handle(unreadable, new byte[] {0});
      whole.handle(unreadable, new byte[0]);
    }
    assertThat(read).containsExactly("A");
    try (var log = RecordedLog.ofEverything()) {
      first.accept(new Incoming.Unreadable(OptionalLong.of(8), "date is missing", true), "B");
      assertThat(log.lines()).hasSize(1).first().asString().contains("SEVERE", "Update 8", "money");
    }
    assertThat(read).containsExactly("A", "B");
  }

  private static String letters(byte[] json) {
    if (json[0] < 65) {
      throw new IllegalArgumentException("no letter");
    }
    return new String(json, UTF_8);
  }

  @Test
  void where_no_status_is_told_none_is_invented() {
    assertThat(saying("<html>Bad Gateway</html>"))
        .isEqualTo(new Reply.Unknown("Telegram answered what is no answer of the Bot API."));
    assertThat(saying("{\"ok\":false}"))
        .isEqualTo(new Reply.Unknown("Telegram refused without a code."));
    assertThat(saying("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request\"}"))
        .isEqualTo(new Reply.Refused(400, "Bad Request"));
    assertThat(saying("{\"ok\":true,\"result\":true}")).isEqualTo(new Reply.Done());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|Unauthorized|Telegram refuses the bot",
        "409|Conflict: terminated by other getUpdates request|polled elsewhere",
        "502|Bad Gateway|Telegram answered 502"
      })
  void where_no_status_is_told_polling_reads_refusals_all_the_same(
      int code, String description, String trouble) {
    var body =
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description);
    var refused = HttpBot.over(new Bodies(body), BotToken.of(TOKEN), HttpSettings.defaults());
    try (var polling = refused.poll(PollingCase.QUICK, incoming -> {})) {
      PollingCase.eventually(() -> polling.trouble().isPresent());
      assertThat(polling.trouble().orElseThrow()).contains(trouble);
    }
  }

  private static Reply saying(String body) {
    return HttpBot.over(new Bodies(body), BotToken.of(TOKEN), HttpSettings.defaults())
        .telegram()
        .sendText(new BuyerId(1), "hello");
  }

  /** Tells bodies only, as a bot library does: always this one. */
  private record Bodies(String body) implements Carrier {
    @Override
    public Attempt call(Call call) {
      return new Attempt.Answered(Response.ofBody(body.getBytes(UTF_8)));
    }

    @Override
    public Attempt upload(Document document) {
      return call(new Call(Lane.SENDS, "sendDocument", new byte[0], document.patience(), 0));
    }

    @Override
    public void close() {}
  }

  /** Fails with these words. */
  private record Talkative(String words) implements Carrier {
    @Override
    public Attempt call(Call call) {
      return Attempt.unsent(words);
    }

    @Override
    public Attempt upload(Document document) {
      return Attempt.unsent(words);
    }

    @Override
    public void close() {}
  }
}
