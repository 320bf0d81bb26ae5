package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Receiver.Reply;
import java.time.Duration;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Items 33 to 38: how bots hear of things. */
class DeliveryFidelityTest {
  private Stage stage;

  @BeforeEach
  void start() {
    stage = new Stage(Sandbox.builder().local(true));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void item_33_an_offset_confirms_and_a_negative_one_keeps_the_last() {
    say(5);
    var ids = ids(read("{}"));
    assertThat(ids(read("{\"offset\":" + (ids[0] + 1) + "}"))).hasSize(4).doesNotContain(ids[0]);
    assertThat(ids(read("{\"offset\":-2}"))).containsExactly(ids[3], ids[4]);
    assertThat(ids(read("{}"))).containsExactly(ids[3], ids[4]);
    assertThat(ids(read("{\"offset\":" + (ids[4] + 1000) + "}"))).hasSize(2);
    assertThat(ids(read("{\"limit\":0}"))).hasSize(1);
  }

  @Test
  void item_33_the_older_of_two_polls_is_ended() {
    var older = stage.poll();
    say(0);
    assertThat(read("{}")).isEmpty();
    assertThat(older.join().status()).isEqualTo(409);
    assertThat(older.join().description())
        .isEqualTo(
            "Conflict: terminated by other getUpdates request;"
                + " make sure that only one bot instance is running");
  }

  @Test
  void item_33_a_webhook_and_a_poll_exclude_each_other() {
    var poll = stage.poll();
    stage.bot.ok("setWebhook", "{\"url\":\"http://127.0.0.1:9/hook\"}");
    assertThat(poll.join().description()).isEqualTo("Conflict: terminated by setWebhook request");
    assertThat(stage.bot.call("getUpdates", "{}").status()).isEqualTo(409);
  }

  @Test
  void item_34_the_same_offset_again_is_slowed_down_by_a_knob() {
    PaymentScenes.turn(stage, "{\"polling_slowed\":true}");
    say(3);
    stage.sandbox.clock().advance(Duration.ofSeconds(3));
    assertThat(read("{}")).hasSize(3);
    var hasty = read("{}");
    assertThat(hasty).as("within half a second").hasSize(1);
    long next = ids(hasty)[0] + 3;
    assertThat(read("{\"offset\":" + next + "}")).isEmpty();
    var eager = stage.poll("{\"offset\":" + next + "}");
    stage.sandbox.clock().advance(Duration.ofSeconds(3));
    assertThat(eager.join().result()).isEmpty();
    PaymentScenes.turn(stage, "{\"polling_slowed\":null}");
    say(3);
    assertThat(read("{}")).hasSize(3);
    assertThat(read("{}")).hasSize(3);
  }

  @Test
  void item_35_a_webhook_gets_its_secret_and_retries_in_order_while_other_lanes_go_on() {
    var release = new CountDownLatch(1);
    var tries = new AtomicInteger();
    try (var bot =
        new Receiver(
            post -> {
              if (post.update().at("/message/text").asString("").equals("first")) {
                return tries.incrementAndGet() <= 2 ? new Reply(500, "", "") : passed(release);
              }
              return Reply.ok();
            })) {
      hook(bot, ",\"secret_token\":\"s3cret\"");
      stage.bot.says(stage.ann, "first");
      stage.bot.says(stage.ann, "second");
      for (int i = 0; i < 2; i++) {
        var post = bot.next();
        assertThat(post.secret()).isEqualTo("s3cret");
        assertThat(post.update().at("/message/text").asString()).isEqualTo("first");
      }
      var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 5));
      stage.agree(bot.next().update().at("/pre_checkout_query/id").asString());
      assertThat(payment.join().json().path("status").asString()).isEqualTo("paid");
      release.countDown();
      assertThat(bot.next().update().at("/message/text").asString()).isEqualTo("first");
      assertThat(bot.next().update().at("/message/text").asString()).isEqualTo("second");
    }
  }

  @Test
  void item_35_a_pause_that_the_bot_asks_for_takes_the_ladders_place() {
    var tries = new AtomicInteger();
    try (var bot =
        new Receiver(
            post -> tries.incrementAndGet() == 1 ? new Reply(503, "3000", "") : Reply.ok())) {
      hook(bot, "");
      stage.bot.says(stage.ann, "one");
      var first = bot.next().update();
      awaitError();
      stage.sandbox.clock().advance(Duration.ofSeconds(2900));
      assertThat(bot.isEmpty()).isTrue();
      stage.sandbox.clock().advance(Duration.ofSeconds(100));
      assertThat(bot.next().update()).isEqualTo(first);
    }
  }

  @Test
  void item_35_the_answer_may_be_a_call() {
    try (var bot =
        new Receiver(
            post -> {
              var id = post.update().at("/pre_checkout_query/id").asString("");
              var call = "{\"method\":\"answerPreCheckoutQuery\"," + Stage.yes(id).substring(1);
              return id.isEmpty() ? Reply.ok() : new Reply(200, "", call);
            })) {
      hook(bot, "");
      var end = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 5)).join().json();
      assertThat(end.path("status").asString()).isEqualTo("paid");
    }
  }

  @Test
  void item_35_one_that_is_gone_for_23_hours_is_removed() {
    try (var bot = new Receiver(post -> new Reply(410, "", ""))) {
      hook(bot, "");
      stage.bot.says(stage.ann, "one");
      for (int i = 0; i < 100_000 && hooked(); i++) {
        stage.sandbox.clock().advance(Duration.ofMinutes(2));
      }
      assertThat(hooked()).isFalse();
      var first = bot.next().update();
      assertThat(first.at("/message/text").asString()).isEqualTo("one");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://127.0.0.1/hook | An HTTPS URL must be provided for webhook",
        "https://127.0.0.1:8081/x | Webhook can be set up only on ports 80, 88, 443 or 8443",
        "https://127.0.0.1/hook | IP address 127.0.0.1 is reserved",
        "https://[2606:4700:4700::1111]/ | IPv6-only addresses are not allowed",
      })
  void item_36_a_webhook_is_public_https_unless_the_server_is_local(String url, String words) {
    var body = "{\"url\":\"" + url + "\"}";
    try (var strict = new Stage(Sandbox.builder())) {
      var refused = strict.bot.call("setWebhook", body);
      assertThat(refused.description()).isEqualTo("Bad Request: bad webhook: " + words);
    }
    assertThat(stage.bot.call("setWebhook", body).description()).isEqualTo("Webhook was set");
  }

  @Test
  void item_36_setting_and_deleting_say_what_they_did() {
    var url = "{\"url\":\"http://127.0.0.1:9/hook\"}";
    assertThat(stage.bot.call("setWebhook", url).description()).isEqualTo("Webhook was set");
    assertThat(stage.bot.call("deleteWebhook", "{}").description())
        .isEqualTo("Webhook was deleted");
    assertThat(stage.bot.call("deleteWebhook", "{}").description())
        .isEqualTo("Webhook is already deleted");
  }

  @ParameterizedTest
  @CsvSource({"duplicate, 'one,two,two'", "drop, one", "reorder, 'one,three,two'"})
  void item_37_an_update_is_doubled_lost_or_late(String action, String heard) {
    stage.bot.says(stage.ann, "one");
    stage.bot.post(
        "/sandbox/faults", "{\"delivery\":\"message\",\"times\":1,\"action\":\"" + action + "\"}");
    stage.bot.says(stage.ann, "two");
    if (action.equals("reorder")) {
      stage.bot.says(stage.ann, "three");
    }
    var texts = new StringJoiner(",");
    for (var batch = read("{}"); !batch.isEmpty(); ) {
      batch.forEach(update -> texts.add(update.at("/message/text").asString()));
      var ids = ids(batch);
      batch = read("{\"offset\":" + (ids[ids.length - 1] + 1) + "}");
    }
    assertThat(texts).hasToString(heard);
  }

  @Test
  void item_38_allowed_updates_are_kept_until_changed() {
    read("{\"allowed_updates\":[\"callback_query\",\"unheard_of\"]}");
    say(1);
    assertThat(read("{}")).isEmpty();
    read("{\"allowed_updates\":\"nonsense\"}");
    say(1);
    assertThat(read("{}")).isEmpty();
    assertThat(info()).containsExactly("callback_query");
    read("{\"allowed_updates\":[\"unheard_of\"]}");
    say(1);
    assertThat(read("{}")).hasSize(1);
    assertThat(info()).isEmpty();
  }

  private Set<String> info() {
    var names = stage.bot.ok("getWebhookInfo", "{}").path("allowed_updates");
    return names.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }

  private boolean hooked() {
    return !stage.bot.ok("getWebhookInfo", "{}").path("url").asString().isEmpty();
  }

  private void awaitError() {
    for (int i = 0; i < 10_000; i++) {
      if (stage.bot.ok("getWebhookInfo", "{}").has("last_error_date")) {
        return;
      }
    }
    throw new AssertionError("no error was noted");
  }

  private void hook(Receiver bot, String more) {
    stage.bot.ok("setWebhook", "{\"url\":\"" + bot.url() + "\"" + more + "}");
  }

  private void say(int times) {
    for (int i = 0; i < times; i++) {
      stage.bot.says(stage.ann, "hi");
    }
  }

  private JsonNode read(String parameters) {
    return stage.bot.ok("getUpdates", parameters);
  }

  private static long[] ids(JsonNode updates) {
    return updates.valueStream().mapToLong(update -> update.path("update_id").asLong()).toArray();
  }

  private static Reply passed(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody let the bot answer");
      }
      return Reply.ok();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
