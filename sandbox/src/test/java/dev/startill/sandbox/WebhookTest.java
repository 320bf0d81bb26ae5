package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Receiver.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates that are posted: order, secrets, retries, and answers that are calls. */
class WebhookTest extends SandboxTest {
  private long ann;

  @Override
  Sandbox.Builder wish() {
    return Sandbox.builder().local(true);
  }

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
  }

  @Test
  void updates_are_posted_in_order_with_the_secret() {
    bot.says(ann, "before");
    try (var receiver = new Receiver(post -> Reply.ok())) {
      set(receiver, "\"secret_token\":\"s3cret-_\"");
      bot.says(ann, "after");
      var first = receiver.next();
      assertThat(first.secret()).isEqualTo("s3cret-_");
      assertThat(first.update().at("/message/text").asString()).isEqualTo("before");
      assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("after");
      assertThat(receiver.isEmpty()).isTrue();
    }
  }

  @Test
  void what_fails_is_tried_again_before_the_next_of_its_chat() {
    var tries = new AtomicInteger();
    try (var receiver =
        new Receiver(post -> tries.incrementAndGet() <= 2 ? new Reply(500, "", "") : Reply.ok())) {
      set(receiver, "");
      bot.says(ann, "one");
      bot.says(ann, "two");
      for (int i = 0; i < 3; i++) {
        assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("one");
      }
      assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("two");
      assertThat(bot.ok("getWebhookInfo", "{}").path("last_error_message").asString())
          .isEqualTo("Wrong response from the webhook: 500 Internal Server Error");
    }
  }

  @Test
  void a_pause_that_the_receiver_asks_for_runs_on_the_sandboxs_clock() {
    var tries = new AtomicInteger();
    try (var receiver =
        new Receiver(
            post -> tries.incrementAndGet() == 1 ? new Reply(503, "3000", "") : Reply.ok())) {
      set(receiver, "");
      bot.says(ann, "one");
      assertThat(receiver.next().update().has("message")).isTrue();
      for (int i = 0; i < 10_000 && !bot.ok("getWebhookInfo", "{}").has("last_error_date"); i++) {
        assertThat(receiver.isEmpty()).isTrue();
      }
      sandbox.clock().advance(Duration.ofMinutes(50));
      assertThat(receiver.next().update().has("message")).isTrue();
    }
  }

  @Test
  void a_poisoned_chat_holds_up_neither_others_nor_pre_checkouts() {
    long bob = bot.user("Bob", 100);
    var release = new CountDownLatch(1);
    try (var receiver =
        new Receiver(
            post -> {
              if (post.update().at("/message/from/id").asLong() == ann) {
                await(release);
              }
              return Reply.ok();
            })) {
      set(receiver, "");
      bot.says(ann, "stuck");
      bot.says(bob, "free");
      assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("free");
      var end = bot.pays(ann, bot.link("ord_1", 5));
      var asked = receiver.next().update().path("pre_checkout_query");
      bot.ok(
          "answerPreCheckoutQuery",
          "{\"ok\":true,\"pre_checkout_query_id\":" + asked.path("id") + "}");
      assertThat(end.join().json().path("status").asString()).isEqualTo("paid");
      release.countDown();
      assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("stuck");
      assertThat(receiver.next().update().path("message").has("successful_payment")).isTrue();
    }
  }

  @Test
  void an_answer_may_be_a_call() {
    try (var receiver =
        new Receiver(
            post ->
                new Reply(
                    200,
                    "",
                    "{\"method\":\"answerPreCheckoutQuery\",\"ok\":true,\"pre_checkout_query_id\":"
                        + post.update().at("/pre_checkout_query/id")
                        + "}"))) {
      set(receiver, "");
      var end = bot.pays(ann, bot.link("ord_1", 5));
      assertThat(end.join().json().path("status").asString()).isEqualTo("paid");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://shop.example/hook | An HTTPS URL must be provided for webhook",
        "https://shop.example:8081/hook | Webhook can be set up only on ports 80, 88, 443 or 8443",
        "https://127.0.0.1/hook | IP address 127.0.0.1 is reserved",
        "https://10.0.0.1:8443/hook | IP address 10.0.0.1 is reserved",
        "https://no-such-host.invalid/ | Failed to resolve host: Name or service not known",
      })
  void a_webhook_must_be_public_unless_the_server_is_local(String url, String words) {
    sandbox.close();
    sandbox = Sandbox.start();
    bot = new Client(sandbox);
    assertThat(bot.call("setWebhook", "{\"url\":\"" + url + "\"}").description())
        .isEqualTo("Bad Request: bad webhook: " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"url\":\"ht tp://x\"', invalid webhook URL specified",
    "'\"url\":\"ftp://x.example\"', invalid webhook URL specified",
    "'\"url\":\"https://x.example\",\"secret_token\":\"a b\"', secret token contains unallowed characters",
  })
  void a_bad_webhook_is_refused(String parameters, String words) {
    assertThat(bot.call("setWebhook", "{" + parameters + "}").description())
        .isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_secret_has_at_most_256_characters() {
    var secret = "x".repeat(257);
    assertThat(
            bot.call("setWebhook", "{\"url\":\"http://x\",\"secret_token\":\"" + secret + "\"}")
                .description())
        .isEqualTo("Bad Request: secret token is too long");
  }

  @Test
  void setting_and_deleting_say_what_they_did() {
    var url = "{\"url\":\"http://127.0.0.1:9/hook\",\"max_connections\":7}";
    assertThat(bot.call("setWebhook", url).description()).isEqualTo("Webhook was set");
    var hasty = bot.call("setWebhook", url);
    assertThat(hasty.description()).isEqualTo("Too Many Requests: retry after 1");
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(bot.call("setWebhook", url).description()).isEqualTo("Webhook is already set");
    var info = bot.ok("getWebhookInfo", "{}");
    assertThat(info.path("url").asString()).isEqualTo("http://127.0.0.1:9/hook");
    assertThat(info.path("max_connections").asInt()).isEqualTo(7);
    assertThat(info.path("has_custom_certificate").asBoolean()).isFalse();
    assertThat(bot.call("deleteWebhook", "{}").description()).isEqualTo("Webhook was deleted");
    assertThat(bot.call("setWebhook", "{\"url\":\"\"}").description())
        .isEqualTo("Webhook is already deleted");
  }

  @Test
  void dropping_pending_updates_forgets_them() {
    bot.says(ann, "old");
    bot.ok("deleteWebhook", "{\"drop_pending_updates\":true}");
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
  }

  private void set(Receiver receiver, String more) {
    var comma = more.isEmpty() ? "" : ",";
    bot.ok("setWebhook", "{\"url\":\"" + receiver.url() + "\"" + comma + more + "}");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody released the receiver");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
